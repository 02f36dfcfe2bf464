import assert from 'node:assert/strict';
import { restingSession } from '../../../server/src/corpus/restingSession.ts';
import { openIndexSession, type IndexSession } from '../../../server/src/corpus/sqlite/indexSession.ts';
import { sqliteDriver } from '../../../server/src/corpus/sqlite/openIndexFile.ts';
import { temporaryFolder } from './corpusFolders.ts';

describe('A session that rests', () => {
  it('ends when it is not asked for anything, and starts again when it is', async () => {
    const sources = temporaryFolder({ 'a.txt': 'The harbour of Port Ellis.\n' });
    const storage = temporaryFolder();
    const scope = { folders: [sources.path], exclude: [], excludePaths: [] };
    const driver = (await sqliteDriver(undefined))!;
    const events: string[] = [];
    let closed: () => void = () => undefined;
    async function start(): Promise<IndexSession> {
      events.push('start');
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
    const session = restingSession(start(), start, 1);
    let wait = ended();
    assert.equal((await session.round({ isCancelled: () => false })).summary.added, 1);
    await wait;
    wait = ended();
    assert.equal((await session.round({ isCancelled: () => false })).summary.unchanged, 1);
    await wait;
    await session.close();
    assert.deepEqual(events, ['start', 'end', 'start', 'end']);
    sources.remove();
    storage.remove();
  });
});
