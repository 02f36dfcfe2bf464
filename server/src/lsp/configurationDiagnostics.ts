import { readFile } from 'node:fs/promises';
import { DiagnosticSeverity, type Connection, type Diagnostic, type Position } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { DIAGNOSTIC_SOURCE } from '../features/diagnostics.ts';
import { lineIndexOf, positionAt } from '../text/lines.ts';
import type { OpenProject } from './openProjects.ts';

/** The code of all that is wrong with a `source-check.json`. */
const CODE = 'configuration';

/**
 * Shows what is wrong with the configuration files of the given projects on these files, open or not, and takes back what
 * was shown before.
 */
export function createConfigurationDiagnostics(
  connection: Pick<Connection, 'sendDiagnostics'>,
): (projects: readonly OpenProject[]) => Promise<void> {
  let shown = new Map<string, string>();
  return async (projects) => {
    const next = new Map<string, Diagnostic[]>();
    for (const project of projects) {
      const { file } = project.found;
      if (file !== undefined) next.set(URI.file(file).toString(), await problemsOf(file, project));
    }
    for (const uri of shown.keys()) if (!next.has(uri)) next.set(uri, []);
    const sent = new Map<string, string>();
    for (const [uri, diagnostics] of next) {
      const json = JSON.stringify(diagnostics);
      if ((shown.get(uri) ?? '[]') !== json) void connection.sendDiagnostics({ uri, diagnostics });
      if (diagnostics.length > 0) sent.set(uri, json);
    }
    shown = sent;
  };
}

async function problemsOf(file: string, { found, problem }: OpenProject): Promise<Diagnostic[]> {
  const diagnostics = found.problems.map((text): Diagnostic => {
    const [, line = '1', character = '1', message = text] =
      /^(\d+):(\d+): (.*)$/su.exec(text.slice(file.length + 1)) ?? [];
    return diagnostic({ line: Number(line) - 1, character: Number(character) - 1 }, `${message} ${CONSEQUENCE}`);
  });
  // The file itself is in order, and what it names is not there.
  if (problem !== undefined && found.configuration.corpus) diagnostics.push(diagnostic(await corpusKey(file), problem));
  return diagnostics;
}

const CONSEQUENCE = 'Until it is corrected, the default is used.';

function diagnostic(start: Position, message: string): Diagnostic {
  return {
    range: { start, end: { line: start.line, character: start.character + 1 } },
    severity: DiagnosticSeverity.Warning,
    source: DIAGNOSTIC_SOURCE,
    code: CODE,
    message,
  };
}

async function corpusKey(file: string): Promise<Position> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return positionAt(lineIndexOf(text), Math.max(0, text.indexOf('"corpus"')));
}
