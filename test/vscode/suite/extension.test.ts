import assert from 'node:assert/strict';
import { extensions } from 'vscode';

describe('The extension', () => {
  it('is there', () => {
    assert.ok(extensions.getExtension('source-check.source-check'));
  });
});
