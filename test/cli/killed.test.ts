import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { randomFrom } from '../../bench/texts/random.ts';
import { openCorpus } from '../../server/src/corpus/openCorpus.ts';
import { openForReading, sqliteDriver } from '../../server/src/corpus/sqlite/openIndexFile.ts';
import { createSqliteIndex } from '../../server/src/corpus/sqlite/sqliteIndex.ts';
import { answersOf, drivers } from '../unit/corpus/corpusFolders.ts';
import { desk, programCommand, type Desk } from './program.ts';

/** How often the program is killed, and what decides when; `SOURCE_CHECK_KILLS=500` for a night. */
const KILLS = Number(process.env['SOURCE_CHECK_KILLS'] ?? 10);
const SEED = Number(process.env['SOURCE_CHECK_SEED'] ?? Date.now() % 1_000_000);
const WORDS = ['port', 'report', 'ellis', 'field', 'boats', 'counted', 'version', '3', '7', '14', 'nobody'];
const [driver] = drivers;

describe(`The index of a program that is killed at any moment (${driver})`, () => {
  it('is that of a program that never was, when it is next started', async function () {
    this.timeout(60_000 + KILLS * 10_000);
    const random = randomFrom(SEED);
    const at = desk();
    const write = (number: number, version: number): void =>
      at.write(
        `sources/${number % 7}/${number}.txt`,
        `${`Report ${number} of Port Ellis, version ${version}.\n\n`.repeat(20)}Ann Field counted ${number} boats.\n`,
      );
    for (let number = 0; number < 150; number++) write(number, 0);
    // So long it takes on this machine as busy as it is.
    const started = performance.now();
    await at.run('index');
    const longest = performance.now() - started;
    for (let kill = 1; kill <= KILLS; kill++) {
      const program = start(at, kill % 3 === 0);
      const exited = once(program, 'exit');
      const changes = Array.from({ length: 6 }, () => random.between(0, 199));
      const moment = new Promise((resolve) => setTimeout(resolve, random.next() * longest));
      for (const number of changes) {
        if (number % 4 === 0) rmSync(path.join(at.folder, `sources/${number % 7}/${number}.txt`), { force: true });
        else write(number, kill);
      }
      await moment;
      program.kill('SIGKILL');
      await exited;
      // Every other time it is killed again before it could put things right.
      if (kill % 2 === 1 && kill < KILLS) continue;
      const outcome = await at.run('index');
      const seed = `SOURCE_CHECK_SEED=${SEED}, kill ${kill}`;
      assert.equal(outcome.status, 0, `${seed}: ${outcome.err}`);
      assert.deepEqual(await answersOnDisk(at), await answersInMemory(at), seed);
    }
    at.clear();
  });
});

function start({ folder }: Desk, rebuild: boolean): ReturnType<typeof spawn> {
  const [node, ...command] = programCommand();
  const env = { ...process.env, SOURCE_CHECK_CACHE: path.join(folder, '.cache') };
  const options = rebuild ? ['--rebuild'] : [];
  return spawn(node!, [...command, 'index', ...options], { cwd: folder, env, stdio: 'ignore' });
}

/** What the file holds that the program has left. */
async function answersOnDisk({ folder }: Desk): Promise<unknown> {
  const cache = path.join(folder, '.cache');
  const [file, ...others] = readdirSync(cache).filter((name) => name.endsWith('.db'));
  assert.deepEqual(others, []);
  const sqlite = (await sqliteDriver(driver))!;
  const index = createSqliteIndex(await openForReading(sqlite, path.join(cache, file!)));
  const documents = new Map((await index.documents()).map((record) => [record.id, record]));
  const answers = await answersOf({ index, documents, coverage: 'full' }, WORDS);
  await index.close();
  return answers;
}

async function answersInMemory({ folder }: Desk): Promise<unknown> {
  const handle = await openCorpus({ folders: [path.join(folder, 'sources')], storage: 'memory' });
  await handle.ready;
  const answers = await answersOf(handle.corpus, WORDS);
  await handle.close();
  return answers;
}
