import assert from 'node:assert/strict';
import { join } from 'node:path';
import fc from 'fast-check';
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

  it('survives any text: spans lie in it, in order, and the same text gives the same findings', async function () {
    this.timeout(60_000);
    const { project } = await projectWith({
      'sources/port.txt': 'The port of Marlow handled 4,210 containers, said Ines Okafor: “Trade doubled.”\n',
    });
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '“',
        '”',
        '**',
        '> ',
        '\n',
        '\n\n',
        '| ',
        '[^1]',
        '<!-- source-check-ignore -->',
        '---\n',
        '\r\n',
      ),
      fc.constantFrom('Ines Okafor ', '4,120 containers ', 'said ', 'Marlow ', 'Trade doubled ', '12% ', '5 May 2021 '),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const raw = pieces.join('');
        const { claims } = await project.check({ raw });
        let last = 0;
        for (const { span, finding } of claims) {
          assert.ok(span.start >= last && span.start < span.end && span.end <= raw.length);
          assert.ok(!/was not checked/u.test(finding.message), finding.message);
          last = span.start;
        }
        const again = await project.check({ raw });
        assert.deepEqual(
          again.claims.map(({ finding }) => finding),
          claims.map(({ finding }) => finding),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('ends a check that is no longer wanted', async () => {
    const { project } = await projectWith({ 'sources/port.txt': 'Marlow.\n' });
    await assert.rejects(project.check({ raw: 'Marlow.', isCancelled: () => true }), { name: 'CheckCancelled' });
  });
});
