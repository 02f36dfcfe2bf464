import assert from 'node:assert/strict';
import { openForWriting, sqliteDriver } from '../../../server/src/corpus/sqlite/openIndexFile.ts';
import { sharedReadsOf } from '../../../server/src/corpus/sqlite/sharedReads.ts';
import { nextTurn } from '../../../server/src/text/turns.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

describe('what is read from an index file', () => {
  let folder: string;
  let close: () => void;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'source-check-reads-'))));
  afterEach(() => {
    close();
    rmSync(folder, { recursive: true });
  });

  /** Reads over a connection that notes where transactions begin and end. */
  async function noted() {
    const { database } = await openForWriting((await sqliteDriver(undefined))!, path.join(folder, 'index.db'));
    const told: string[] = [];
    const exec = (sql: string) => {
      told.push(sql);
      database.exec(sql);
    };
    const reads = sharedReadsOf({ ...database, exec }, () => told.push('look'));
    const generation = database.prepare("select value from meta where key = 'generation'");
    close = () => {
      reads.end();
      database.close();
    };
    return { reads, told, ask: () => generation.get<{ value: number }>()!.value };
  }

  it('in one turn of the thread is of one state, and the next turn looks again', async () => {
    const { reads, told, ask } = await noted();
    assert.equal((await reads.read(ask)) + (await reads.read(ask)), 2);
    assert.deepEqual(told, ['begin', 'look']);
    await nextTurn();
    await reads.read(ask);
    assert.deepEqual(told, ['begin', 'look', 'commit', 'begin', 'look']);
  });

  it('is of the last state where that is asked for, in whatever turn', async () => {
    const { reads, told, ask } = await noted();
    await reads.read(ask);
    await reads.readLatest(ask);
    assert.deepEqual(told, ['begin', 'look', 'commit', 'begin', 'look']);
  });

  it('is asked for anew after a question that failed', async () => {
    const { reads, told, ask } = await noted();
    await assert.rejects(
      reads.read(() => {
        throw new Error('no such thing');
      }),
    );
    assert.equal(await reads.read(ask), 1);
    assert.deepEqual(told, ['begin', 'look', 'rollback', 'begin', 'look']);
  });

  it('holds nothing any more when it has ended', async () => {
    const { reads, told, ask } = await noted();
    await reads.read(ask);
    reads.end();
    await nextTurn();
    assert.deepEqual(told, ['begin', 'look', 'commit']);
  });
});
