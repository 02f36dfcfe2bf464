import { resolve } from 'node:path';
import type { CancellationToken, Connection, Location, Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckedDocument } from '../features/checkedDocument.ts';
import { codeActionsIn } from '../features/codeActions.ts';
import { definitionAt } from '../features/definition.ts';
import { hoverAt } from '../features/hover.ts';
import { referencesFromDraft, referencesFromSource } from '../features/references.ts';
import type { SourcePlaces } from '../features/sourcePlaces.ts';
import { cancellable } from './cancellation.ts';
import type { ClientSupport } from './clientSupport.ts';
import type { DiagnosticDelivery } from './diagnosticDelivery.ts';
import type { DraftChecks } from './draftChecks.ts';
import { roleOf } from './documentRoles.ts';
import type { OpenProject, OpenProjects } from './openProjects.ts';
import { pathOf } from './paths.ts';
import type { ProjectDrafts } from './projectDrafts.ts';

export interface FeatureServices {
  readonly connection: Connection;
  readonly support: ClientSupport;
  readonly projects: OpenProjects;
  readonly checks: DraftChecks;
  readonly places: SourcePlaces;
  readonly delivery: DiagnosticDelivery;
  readonly drafts: ProjectDrafts;
  document(uri: string): TextDocument | undefined;
}

/** Answers the requests of the features; where there is nothing to say, with null. */
export function handleFeatures(services: FeatureServices): void {
  const { connection, support, checks, places, delivery } = services;

  async function checked(uri: string, token: CancellationToken): Promise<CheckedDocument | undefined> {
    const state = await checks.of(uri, token);
    return state.kind === 'checked' ? state.document : undefined;
  }

  connection.languages.diagnostics.on(
    cancellable(({ textDocument, previousResultId }, token) =>
      delivery.report(textDocument.uri, previousResultId, token),
    ),
  );
  connection.onHover(
    cancellable(async ({ textDocument, position }, token) => {
      const document = await checked(textDocument.uri, token);
      const { markdownHover: markdown, showEvidence: commands } = support;
      return (document && (await hoverAt(document, position, { places, markdown, commands }, token))) ?? null;
    }),
  );
  connection.onDefinition(
    cancellable(async ({ textDocument, position }, token) => {
      const document = await checked(textDocument.uri, token);
      const links = support.definitionLinks;
      return (document && (await definitionAt(document, position, { places, links }, token))) ?? null;
    }),
  );
  connection.onReferences(
    cancellable(async ({ textDocument, position }, token) => references(textDocument.uri, position, services, token)),
  );
  connection.onCodeAction(
    cancellable(async ({ textDocument, range, context }, token) => {
      const document = support.codeActions ? await checked(textDocument.uri, token) : undefined;
      const { showEvidence: commands, documentChanges } = support;
      return document
        ? codeActionsIn(document, { range, context }, { places, commands, documentChanges }, token)
        : null;
    }),
  );
}

async function references(
  uri: string,
  position: Position,
  services: FeatureServices,
  token: CancellationToken,
): Promise<Location[] | null> {
  const { projects, checks, places, drafts } = services;
  const open = await projects.of(pathOf(uri));
  const project = open?.project;
  if (!open || !project) return null;
  const fromProject = { places, drafts: () => drafts(open, token) };
  const languageId = services.document(uri)?.languageId ?? '';
  if (roleOf({ uri, languageId }, open) === 'source') {
    const { corpus } = project.handle;
    const record = sourceAt(uri, open);
    const source = record && (await corpus.source(record.id));
    return (source && (await referencesFromSource(source, corpus, position, fromProject, token))) ?? null;
  }
  const state = await checks.of(uri, token);
  if (state.kind !== 'checked') return null;
  return (await referencesFromDraft(state.document, position, fromProject, token)) ?? null;
}

function sourceAt(uri: string, { project }: OpenProject) {
  const path = pathOf(uri);
  return project?.handle.sources().find(({ folder, path: way }) => resolve(folder, way) === path);
}
