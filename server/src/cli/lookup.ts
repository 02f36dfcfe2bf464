import { resolve } from 'node:path';
import picocolors from 'picocolors';
import { excerptOf } from '../report/excerpt.ts';
import { counted } from '../report/report.ts';
import { shown } from '../workspace/corpusFolders.ts';
import { lookUp, type Lookup } from '../workspace/lookup.ts';
import type { LookupCommand } from './arguments.ts';
import type { Console } from './console.ts';
import { projectHere } from './openedProject.ts';

const LIMIT = 20;
const TITLES = 4;

/** Tells what the sources say of a name, a figure or a phrase; the exit status is 1 if they say nothing. */
export async function runLookup(command: LookupCommand, console: Console): Promise<number> {
  const project = await projectHere(command.corpus, console);
  try {
    const found = await lookUp(command.text, project.handle.corpus, LIMIT);
    console.out(command.format === 'json' ? asJson(command.text, found) : asText(command.text, found, console));
    return found.names.length + found.passages.length > 0 ? 0 : 1;
  } finally {
    await project.close();
  }
}

function asJson(text: string, { names, similar, passages }: Lookup): string {
  const list = passages.map(({ record, start, end, line, text: words, focus }) => ({
    source: record.path,
    start,
    end,
    line,
    text: words,
    focus,
  }));
  return `${JSON.stringify({ version: 1, text, names, similar, passages: list }, undefined, 1)}\n`;
}

function asText(text: string, { names, similar, passages }: Lookup, console: Console): string {
  const colours = picocolors.createColors(console.colour);
  if (names.length + passages.length === 0) {
    const hint = similar.length > 0 ? ` They do have: ${similar.join(', ')}.` : '';
    return `No source has “${text}”.${hint}\n`;
  }
  const lines = names.map(({ form, entityType, mentions, documents, titles, standsFor }) => {
    const what = entityType === 'unknown' ? 'name' : entityType;
    const called = titles.length > 0 ? `; ${titles.slice(0, TITLES).join(', ')}` : '';
    const other = standsFor[0] === undefined ? '' : ` (${standsFor[0]})`;
    return `${colours.bold(form)}${other}: ${what}, ${counted(mentions, 'mention')} in ${counted(documents, 'source')}${called}`;
  });
  if (lines.length > 0) lines.push('');
  for (const { record, line, text: words, focus } of passages) {
    const excerpt = excerptOf(words, focus, Math.max(console.columns - 4, 40));
    const { start, end } = excerpt.mark;
    lines.push(`${colours.cyan(`${shown(resolve(record.folder, record.path), console.cwd)}:${line}`)}`);
    lines.push(
      `    ${excerpt.text.slice(0, start)}${colours.green(excerpt.text.slice(start, end))}${excerpt.text.slice(end)}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
