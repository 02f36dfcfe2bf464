import assert from 'node:assert/strict';
import { join } from 'node:path';
import { findConfiguration } from '../../../server/src/workspace/configurationFile.ts';
import { corpusFolders } from '../../../server/src/workspace/corpusFolders.ts';
import { openProject, type Project } from '../../../server/src/workspace/project.ts';
import { folderWith, removeFolders } from './files.ts';

describe('a project', () => {
  const projects: Project[] = [];
  after(async () => {
    await Promise.all(projects.map((project) => project.close()));
    removeFolders();
  });

  async function projectWith(files: Readonly<Record<string, string>>): Promise<{ project: Project; folder: string }> {
    const folder = folderWith(files);
    const found = await findConfiguration(folder);
    const folders = await corpusFolders([], found, folder, [folder]);
    const project = await openProject({ found, folders, base: folder, storage: 'memory' });
    projects.push(project);
    await project.handle.ready;
    return { project, folder };
  }

  it('checks a draft against the sources, in order of the claims', async () => {
    const { project } = await projectWith({ 'sources/port.txt': 'The port of Marlow handled 4,210 containers.\n' });
    const { claims, corpus } = await project.check({ raw: 'Marlow handled 4,210 containers in 2023.' });
    assert.equal(corpus.coverage, 'full');
    assert.ok(claims.length > 0);
    assert.deepEqual(
      claims.map(({ span }) => span.start),
      claims.map(({ span }) => span.start).sort((a, b) => a - b),
    );
  });

  it('does not read drafts and excluded files as sources', async () => {
    const { project } = await projectWith({
      'source-check.json': '{ "corpus": ".", "drafts": "story.md", "exclude": ["old/**", "source-check.json"] }',
      'port.txt': 'Marlow.\n',
      'story.md': 'Marlow.\n',
      'old/port.txt': 'Marlow.\n',
    });
    assert.deepEqual(
      project.handle.sources().map(({ path }) => path),
      ['port.txt'],
    );
  });

  it('says which name in the front matter is no source, and where', async () => {
    const { project, folder } = await projectWith({ 'sources/port.txt': 'Marlow.\n' });
    const raw = '---\nsources: [prot.txt]\n---\n\nMarlow.\n';
    const { problems } = await project.check({ path: join(folder, 'draft.md'), raw });
    assert.equal(problems.length, 1);
    assert.equal(raw.slice(problems[0]!.span.start, problems[0]!.span.end), 'prot.txt');
  });

  it('ends a check that is no longer wanted', async () => {
    const { project } = await projectWith({ 'sources/port.txt': 'Marlow.\n' });
    await assert.rejects(project.check({ raw: 'Marlow.', isCancelled: () => true }), { name: 'CheckCancelled' });
  });
});
