import type { Position, Range } from 'vscode-languageserver';
import { SHOW_EVIDENCE, type ShowEvidenceArguments } from '../lsp/messages.ts';
import type { SourcePlace } from './sourcePlaces.ts';

/** How a hover is written: as Markdown with links, or as plain text for clients that show no Markdown. */
export interface HoverText {
  /** Words of a draft, a source or a message, as they are. */
  readonly plain: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly removed: (text: string) => string;
  readonly added: (text: string) => string;
  /** A finding's code. */
  readonly code: (text: string) => string;
  /** A passage that the reader can go to. */
  readonly link: (place: SourcePlace) => string;
  readonly list: (items: readonly string[]) => string;
  readonly quotation: (text: string) => string;
  /** Between two claims. */
  readonly rule: string;
  /** Blocks one under the other. */
  readonly document: (blocks: readonly string[]) => string;
}

/** What Markdown reads as a mark anywhere, and what at the beginning of a block. */
const MARK = /[\\`*_[\]<>~|]|&(?=#?\w+;)/gu;
const BLOCK_MARK = /^\s*(?:[#+-]|\d+(?=[.)]\s))/u;

/**
 * Markdown. With `commands`, a link runs the client's command that selects the passage; without, it leads to the file's
 * line and column.
 */
export function markdownText(commands: boolean): HoverText {
  const plain = (text: string): string =>
    oneLine(text)
      .replace(MARK, '\\$&')
      .replace(BLOCK_MARK, (mark) => (/\d/u.test(mark) ? `${mark}\\` : mark.replace(/\S/u, '\\$&')));
  return {
    plain,
    strong: (text) => wrapped('**', plain(text)),
    removed: (text) => wrapped('~~', plain(text)),
    added: (text) => wrapped('**', plain(text)),
    code: (text) => `\`${text}\``,
    link: (place) => `[${plain(label(place))}](${commands ? commandLink(place) : fileLink(place)})`,
    list: (items) => items.map((item) => `- ${item}`).join('\n'),
    quotation: (text) => `> ${text}`,
    rule: '---',
    document: (blocks) => blocks.filter((block) => block !== '').join('\n\n'),
  };
}

export const PLAIN_TEXT: HoverText = {
  plain: oneLine,
  strong: oneLine,
  removed: (text) => `[-${oneLine(text)}-]`,
  added: (text) => `{+${oneLine(text)}+}`,
  code: (text) => text,
  link: (place) => label(place),
  list: (items) => items.map((item) => `- ${item}`).join('\n'),
  quotation: (text) => `  ${text}`,
  rule: '',
  document: (blocks) => blocks.filter((block) => block !== '').join('\n'),
};

/** `report.txt, line 12`. */
function label({ path, focus }: SourcePlace): string {
  return `${path}, line ${focus.start.line + 1}`;
}

function fileLink({ uri, focus }: SourcePlace): string {
  return `${uri.replace(/[()]/gu, percent)}#L${focus.start.line + 1},${focus.start.character + 1}`;
}

function commandLink({ uri, focus }: SourcePlace): string {
  const target: ShowEvidenceArguments = { uri, range: rangeArgument(focus) };
  return `command:${SHOW_EVIDENCE}?${encodeURIComponent(JSON.stringify([target])).replace(/[()]/gu, percent)}`;
}

function rangeArgument({ start, end }: Range): ShowEvidenceArguments['range'] {
  const copy = ({ line, character }: Position): Position => ({ line, character });
  return { start: copy(start), end: copy(end) };
}

function percent(unit: string): string {
  return `%${unit.charCodeAt(0).toString(16)}`;
}

/** Marks do not work with white space inside them. */
function wrapped(mark: string, text: string): string {
  const inner = text.trim();
  return inner === '' ? text : `${mark}${inner}${mark}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
