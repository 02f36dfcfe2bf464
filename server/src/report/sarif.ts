import { pathToFileURL } from 'node:url';
import { isAbsolute } from 'node:path';
import type { Severity } from '../verify/severity.ts';
import { findingsOf, type ClaimReport, type DraftReport, type EvidenceReport, type Report } from './report.ts';
import { RULES } from './rules.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** The report as SARIF 2.1.0 (OASIS), for code scanning and other viewers. Columns are UTF-16 code units. */
export function sarifReport(report: Report, version: string): string {
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'source-check',
            version,
            rules: RULES.map(({ code, title, description }) => ({
              id: code,
              name: title,
              shortDescription: { text: title },
              fullDescription: { text: description },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: report.drafts.flatMap((draft) => findingsOf(draft).map((claim) => result(draft, claim))),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 1)}\n`;
}

function result(draft: DraftReport, claim: ClaimReport): object {
  const uri = uriOf(draft.draft === '-' ? 'stdin.md' : draft.draft);
  const related = claim.evidence.flatMap((evidence, id) => (evidence.place ? [relatedLocation(evidence, id)] : []));
  const fixes = claim.suggestions.map(({ title, newText, at }) => ({
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation: { uri },
        replacements: [
          {
            deletedRegion: at ? offsetRegion(at.start, at.end) : regionOf(claim),
            insertedContent: { text: newText },
          },
        ],
      },
    ],
  }));
  return {
    ruleId: claim.code,
    ruleIndex: RULES.findIndex(({ code }) => code === claim.code),
    level: levelOf(claim.severity),
    message: { text: claim.message },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region: regionOf(claim) } }],
    ...(related.length > 0 ? { relatedLocations: related } : {}),
    ...(fixes.length > 0 ? { fixes } : {}),
    properties: { kind: claim.kind, verdict: claim.verdict },
  };
}

function regionOf({ range, start, end, text }: ClaimReport): object {
  return {
    startLine: range.start.line + 1,
    startColumn: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
    ...offsetRegion(start, end),
    snippet: { text },
  };
}

function offsetRegion(start: number, end: number): object {
  return { charOffset: start, charLength: end - start };
}

function relatedLocation({ place, source, page, text }: EvidenceReport, id: number): object {
  const where = page === null ? source : `${source}, page ${page}`;
  return {
    id,
    message: { text: `${where}: ${text}` },
    physicalLocation: {
      artifactLocation: { uri: uriOf(place!.file) },
      ...(place!.linesAreOfFile ? { region: { startLine: place!.position.line + 1 } } : {}),
    },
  };
}

function levelOf(severity: Severity): string {
  return severity === 'error' ? 'error' : severity === 'warning' ? 'warning' : 'note';
}

/** A relative path stays one, so that the file is found wherever the project lies. */
function uriOf(path: string): string {
  return isAbsolute(path) ? pathToFileURL(path).href : encodeURI(path.replaceAll('\\', '/'));
}
