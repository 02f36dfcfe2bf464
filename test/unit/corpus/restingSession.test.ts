import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { restingSession } from '../../../server/src/corpus/restingSession.ts';
import { openIndexSession, type IndexSession } from '../../../server/src/corpus/sqlite/indexSession.ts';
import { sqliteDriver } from '../../../server/src/corpus/sqlite/openIndexFile.ts';
import { temporaryFolder } from './corpusFolders.ts';

const HOOKS = { isCancelled: () => false };
/** Longer than any test. */
const LONG = 60_000;

describe('A session that rests', () => {
  let sources: ReturnType<typeof temporaryFolder>;
  let storage: ReturnType<typeof temporaryFolder>;
  let events: string[];
  let closed: () => void;
  beforeEach(() => {
    sources = temporaryFolder({ 'a.txt': 'The harbour of Port Ellis.\n', 'b.txt': 'Ann Field counted the boats.\n' });
    storage = temporaryFolder();
    events = [];
    closed = () => undefined;
  });
  afterEach(() => {
    sources.remove();
    storage.remove();
  });

  async function start(): Promise<IndexSession> {
    events.push('start');
    const driver = (await sqliteDriver(undefined))!;
    const scope = { folders: [sources.path], exclude: [], excludePaths: [] };
    const session = await openIndexSession(driver, `${storage.path}/index.db`, scope, () => undefined);
    return {
      ...session,
      async close() {
        await session.close();
        events.push('end');
        closed();
      },
    };
  }
  const ended = () => new Promise<void>((resolve) => (closed = resolve));

  it('ends when it is not asked for anything, and starts again when it is', async () => {
    const session = restingSession(start(), start, 1);
    let wait = ended();
    assert.equal((await session.round(HOOKS)).summary.added, 2);
    await wait;
    wait = ended();
    assert.equal((await session.round(HOOKS)).summary.unchanged, 2);
    await wait;
    await session.close();
    assert.deepEqual(events, ['start', 'end', 'start', 'end']);
  });

  it('is closed when it has ended, though it was ending already', async () => {
    const session = restingSession(start(), start, LONG, 1);
    await session.round(HOOKS);
    // Now it is about to end, and a moment later it does.
    await new Promise((resolve) => setTimeout(resolve));
    await session.close();
    assert.deepEqual(events, ['start', 'end']);
  });

  it('ends at once when it has taken in many sources, and goes on when they were few', async () => {
    const session = restingSession(start(), start, LONG, 2);
    const wait = ended();
    assert.equal((await session.round(HOOKS)).summary.added, 2);
    await wait;
    sources.write('b.txt', 'Ann Field counted the boats again.\n');
    assert.equal((await session.round(HOOKS)).summary.changed, 1);
    assert.equal((await session.round(HOOKS)).summary.unchanged, 2);
    assert.deepEqual(events, ['start', 'end', 'start']);
    await session.close();
  });

  it('ends at once when it has found many sources unchanged at the start, and goes on when it finds so later', async () => {
    const before = await start();
    await before.round(HOOKS);
    await before.close();
    events = [];
    const session = restingSession(start(), start, LONG, 2);
    const wait = ended();
    assert.equal((await session.round(HOOKS)).summary.unchanged, 2);
    await wait;
    assert.equal((await session.round(HOOKS)).summary.unchanged, 2);
    assert.deepEqual(events, ['start', 'end', 'start']);
    await session.close();
  });

  it('that is reopened goes on with the file that is there by then', async () => {
    const session = restingSession(start(), start, LONG);
    assert.equal((await session.round(HOOKS)).summary.added, 2);
    rmSync(`${storage.path}/index.db`);
    await session.reopen();
    assert.equal((await session.round(HOOKS)).summary.added, 2);
    await session.close();
    assert.deepEqual(events, ['start', 'end', 'start', 'end']);
  });
});
