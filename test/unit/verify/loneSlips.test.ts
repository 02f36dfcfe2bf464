import assert from 'node:assert/strict';
import { codes, repair } from './figureFindings.ts';

describe('A figure that no source gives', () => {
  const log = 'In all 412 boats left Karsund.\n\nArea searched: 1,850 hectares.\n\nPaid on 15 December.';

  it('is refuted by the only one that it is an unmistakable slip of, in a source that the draft was written from', async () => {
    assert.deepEqual(await repair('Of 412 boats none came back. By dawn they had seen 1,850 acres.', log), [
      '1,850 acres',
      '1,850 hectares',
    ]);
    assert.deepEqual(await repair('Of 412 boats none came back. Each widow gets £50 by 5 December.', log), [
      '5 December',
      '15 December',
    ]);
    assert.deepEqual(await repair('They saw 1,850 hectares. It rained. Nobody slept. The inn has 421 windows.', log), [
      '421',
      '412',
    ]);
  });

  it('is unknown where the source shares no figure with the draft, or there are two such slips', async () => {
    assert.deepEqual(await codes('The inn has 421 windows.', log), ['421: figure.unknown']);
    const two = `${log}\n\nThere were 241 crews.`;
    assert.ok(
      (await codes('They saw 1,850 hectares. It rained. Nobody slept. The inn has 421 windows.', two)).includes(
        '421: figure.unknown',
      ),
    );
  });

  it('is unknown where the source shares but a year with the draft', async () => {
    const report = `${log}\n\nThis was in 2023.`;
    assert.ok(
      (await codes('It was 2023. It rained. Nobody slept. The inn has 421 windows.', report)).includes(
        '421: figure.unknown',
      ),
    );
  });

  it('is unknown where the draft gives the other figure as well', async () => {
    const draft = 'They saw 1,850 hectares. Of 412 boats none came back. The inn has 421 windows.';
    assert.ok((await codes(draft, log)).includes('421: figure.unknown'));
  });
});
