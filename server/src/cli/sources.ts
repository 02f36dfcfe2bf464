import type { SourceRecord } from '../corpus/corpusIndex.ts';
import { counted } from '../report/report.ts';
import type { SourcesCommand } from './arguments.ts';
import type { Console } from './console.ts';
import { projectHere } from './openedProject.ts';

/** Lists the sources, and how well each could be read. */
export async function runSources(command: SourcesCommand, console: Console): Promise<number> {
  const project = await projectHere(command.corpus, console);
  try {
    const sources = project.handle.sources();
    console.out(command.format === 'json' ? asJson(sources) : asTable(sources, project.folders.length > 1));
    return 0;
  } finally {
    await project.close();
  }
}

function asJson(sources: readonly SourceRecord[]): string {
  const list = sources.map(({ folder, path, size, words, metadata, health }) => ({
    folder,
    path,
    size,
    words,
    ...metadata,
    health,
  }));
  return `${JSON.stringify({ version: 1, sources: list }, undefined, 1)}\n`;
}

function asTable(sources: readonly SourceRecord[], severalFolders: boolean): string {
  const rows = sources.map(({ folder, path, metadata, size, words, health }) => [
    severalFolders ? `${folder}/${path}` : path,
    metadata.encoding && metadata.encoding !== 'utf-8' ? `${metadata.format} (${metadata.encoding})` : metadata.format,
    sizeOf(size),
    counted(words, 'word'),
    health.status === 'good' || health.status === 'empty' ? health.status : `${health.status}: ${health.detail}`,
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]!.length), 0));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column];
        if (width === undefined) return cell;
        return column >= 2 ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  '),
  );
  const bad = sources.filter(({ health }) => health.status === 'unreadable' || health.status === 'empty').length;
  const words = sources.reduce((sum, source) => sum + source.words, 0);
  const summary = `${counted(sources.length, 'source')}, ${counted(words, 'word')}${bad > 0 ? `; ${bad} without text` : ''}.`;
  return `${[...lines, '', summary].join('\n')}\n`;
}

function sizeOf(bytes: number): string {
  return bytes < 10_000
    ? `${bytes} B`
    : bytes < 1e6
      ? `${Math.round(bytes / 1000)} kB`
      : `${(bytes / 1e6).toFixed(1)} MB`;
}
