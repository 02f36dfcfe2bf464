import { mkdtempSync, rmSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CheckedDocument } from '../../../server/src/features/checkedDocument.ts';
import { createSourcePlaces, type SourcePlaces } from '../../../server/src/features/sourcePlaces.ts';
import { lineIndexOf } from '../../../server/src/text/lines.ts';
import type { SeveritySettings } from '../../../server/src/verify/severity.ts';
import { NO_CONFIGURATION } from '../../../server/src/workspace/configuration.ts';
import { openProject, type Project } from '../../../server/src/workspace/project.ts';

/** A draft checked against some sources, with all that a feature needs. */
export interface CheckedDraft {
  readonly document: CheckedDocument;
  readonly places: SourcePlaces;
  readonly project: Project;
  /** Checks another draft against the same sources. */
  check(draft: string): Promise<CheckedDocument>;
}

const ends: (() => Promise<void>)[] = [];

/** Frees what {@link checkedDraft} has made; for `afterEach`. */
export async function endAll(): Promise<void> {
  for (const end of ends.splice(0)) await end();
}

/** Writes the sources into a folder of their own, indexes them in memory and checks the draft. */
export async function checkedDraft(
  sources: Readonly<Record<string, string>>,
  draft: string,
  severity: SeveritySettings = {},
): Promise<CheckedDraft> {
  const folder = mkdtempSync(join(tmpdir(), 'source-check-'));
  for (const [name, text] of Object.entries(sources)) {
    mkdirSync(dirname(join(folder, 'sources', name)), { recursive: true });
    writeFileSync(join(folder, 'sources', name), text);
  }
  const found = { configuration: NO_CONFIGURATION, problems: [] };
  const project = await openProject({ found, base: folder, folders: [join(folder, 'sources')], storage: 'memory' });
  ends.push(async () => {
    await project.close();
    rmSync(folder, { recursive: true, force: true });
  });
  await project.handle.ready;
  const check = async (raw: string): Promise<CheckedDocument> => ({
    uri: 'file:///draft.md',
    version: 1,
    lines: lineIndexOf(raw),
    check: await project.check({ raw, path: join(folder, 'draft.md') }),
    severity,
  });
  return { document: await check(draft), places: createSourcePlaces(), project, check };
}
