import js from '@eslint/js';
import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';

/** The floors of server/src: each folder and those that it may import from. */
const below = ['text', 'extract', 'sources', 'draft', 'corpus', 'verify'];
const LAYERS = {
  text: [],
  extract: ['text'],
  sources: ['text'],
  draft: ['extract', 'text'],
  corpus: ['sources', 'extract', 'text'],
  verify: ['corpus', 'draft', 'sources', 'extract', 'text'],
  workspace: below,
  report: ['workspace', ...below],
  features: ['workspace', ...below],
  lsp: ['features', 'report', 'workspace', ...below],
  cli: ['report', 'workspace', ...below],
};

/** These do no I/O, so that editor, command line and a browser can share them. */
const CORE = new Set(['text', 'extract', 'draft', 'verify']);

const connection = {
  regex: '^vscode-(?:languageserver|jsonrpc|languageclient)(?:/|$)',
  message: 'Only lsp/ knows the connection.',
};

/** @param {string} layer */
function bans(layer) {
  const forbidden = Object.keys(LAYERS).filter((other) => other !== layer && !LAYERS[layer].includes(other));
  const patterns = [
    {
      // A feature may name the messages of the protocol; they are types and strings.
      regex: `^(?:\\.\\./)+(?:${forbidden.join('|')})/${layer === 'features' ? '(?!messages\\.ts)' : ''}`,
      message: `${layer}/ may import only from: ${LAYERS[layer].join(', ') || 'nothing above it'}.`,
    },
    { regex: '^vscode$', message: 'The server runs without an editor.' },
  ];
  if (CORE.has(layer)) {
    patterns.push({
      regex: `^(?:node:|(?:${builtinModules.filter((name) => !name.startsWith('_')).join('|')})$)`,
      message: `${layer}/ belongs to the core, which does no I/O.`,
    });
  }
  if (layer === 'features') {
    patterns.push({ regex: '^vscode-languageserver/', message: 'A feature takes its services as arguments.' });
  } else if (layer !== 'lsp') {
    patterns.push(connection);
  }
  return {
    files: [`server/src/${layer}/**/*.ts`],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
}

export default tseslint.config(
  { ignores: ['dist/', 'out/', '.vscode-test/', '**/node_modules/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/require-await': 'off',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400 }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' },
        { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that has it.' },
      ],
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: nodeGlobals() },
    rules: { eqeqeq: 'error', 'max-lines': ['error', { max: 400 }] },
  },
  ...Object.keys(LAYERS).map(bans),
  {
    // A test's promises are mocha's to await, and its titles say what is meant.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: ['describe', 'it'] }],
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
);

function nodeGlobals() {
  const names = ['process', 'console', 'Buffer', 'URL', 'URLSearchParams', 'setTimeout', 'clearTimeout', 'fetch'];
  return Object.fromEntries(
    [...names, 'setInterval', 'clearInterval', 'AbortController', 'AbortSignal', 'performance', 'document'].map(
      (name) => [name, 'readonly'],
    ),
  );
}
