import assert from 'node:assert/strict';
import v8 from 'node:v8';
import { flagsOfStart, giveYoungRoom, lookAtYoungRoom } from '../../server/src/memory.ts';

describe('memory', () => {
  const atStart = v8.cachedDataVersionTag();
  // Less than there is: the room is not to grow.
  beforeEach(() => giveYoungRoom(1));
  after(() => void flagsOfStart());

  it('is kept small by flags with which the engine takes other compiled code', () => {
    assert.notEqual(v8.cachedDataVersionTag(), atStart);
  });

  it('has the flags of the start until the last that needs them has done', () => {
    const [first, second] = [flagsOfStart(), flagsOfStart()];
    assert.equal(v8.cachedDataVersionTag(), atStart);
    first();
    first();
    giveYoungRoom(1);
    assert.equal(v8.cachedDataVersionTag(), atStart);
    second();
    assert.notEqual(v8.cachedDataVersionTag(), atStart);
  });

  it('lets the room for the youngest objects grow until it is looked at and large enough, and no further', () => {
    const [limited, large] = [v8.cachedDataVersionTag(), 500_000_000];
    giveYoungRoom(large);
    lookAtYoungRoom();
    assert.notEqual(v8.cachedDataVersionTag(), limited, 'It is not as large yet.');
    lookAtYoungRoom(true);
    assert.equal(v8.cachedDataVersionTag(), limited);
  });
});
