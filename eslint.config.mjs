import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import importSort from 'eslint-plugin-simple-import-sort';
import vue from 'eslint-plugin-vue';
import vueA11y from 'eslint-plugin-vuejs-accessibility';
import globals from 'globals';
import ts from 'typescript-eslint';
import vueParser from 'vue-eslint-parser';

const length = (max) => ['error', { max, skipBlankLines: false, skipComments: false }];

/** A part of the workspace must not import another one: shared <- cms, web <- tests. */
const onlyTowardsShared = (others) => ({
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        { regex: `^(?:${others.join('|')})(?:/|$)`, message: 'shared <- cms, web <- tests: see ARCHITECTURE.md.' },
      ],
    },
  ],
});

/**
 * What needs no types is checked here, and Vue's components with their types; the rules that need the types of
 * TypeScript's own files are in `.oxlintrc.json`, because oxlint asks the native compiler: seconds instead of minutes.
 */
export default ts.config(
  {
    ignores: [
      '**/dist/',
      '**/build/',
      '**/.nuxt/',
      '**/.output/',
      '**/.data/',
      '**/.strapi/',
      '.build/',
      '**/node_modules/',
      'cms/types/generated/',
      '**/.client/',
      '**/.fonts/',
      '**/.styles/',
    ],
  },
  js.configs.recommended,
  { files: ['**/*.{mjs,js}'], languageOptions: { globals: globals.node } },
  {
    files: ['**/*.{ts,tsx,vue}'],
    extends: [ts.configs.recommended, ts.configs.stylistic],
    rules: {
      // TypeScript itself knows what is defined.
      'no-undef': 'off',
      'max-lines': length(250),
      'max-lines-per-function': length(50),
      complexity: ['error', 15],
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },
  {
    files: ['**/*.vue'],
    extends: [
      ts.configs.recommendedTypeCheckedOnly,
      vue.configs['flat/recommended'],
      vueA11y.configs['flat/recommended'],
    ],
    languageOptions: {
      parser: vueParser,
      parserOptions: {
        parser: ts.parser,
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      'max-lines': length(200),
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/attributes-order': 'off',
      'vue/multi-word-component-names': 'off',
      'vue/no-v-html': 'error',
      // HTML joins a label to its control either way; the recommended rule wants both at once.
      // VoiceOver takes a list without markers for one only if it says so.
      'vuejs-accessibility/no-redundant-roles': ['error', { ul: ['list'], ol: ['list'] }],
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
      // Vue's template types are not known to these rules; vue-tsc checks them.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  { files: ['shared/src/**'], rules: onlyTowardsShared(['cms', 'web', 'tests', '@strapi', 'nuxt']) },
  {
    files: ['cms/**'],
    rules: {
      ...onlyTowardsShared(['web', 'tests', '(?:\\.\\./)+(?:web|tests)']),
      // Strapi also puts itself into a global: what needs it is handed it.
      'no-restricted-globals': ['error', 'strapi'],
    },
  },
  { files: ['web/**'], rules: onlyTowardsShared(['cms', 'tests', '@strapi', '.*/cms/src']) },
  {
    // A test reads from top to bottom, however long it gets.
    files: ['**/*.test.ts', 'tests/**'],
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
    },
  },
  {
    plugins: { 'import-sort': importSort },
    rules: { 'import-sort/imports': ['error', { groups: [['^\\u0000', '^node:', '^@?\\w', '^[#~]', '^\\.']] }] },
  },
  prettier,
  // Data, not logic.
  {
    files: ['cms/src/setup/seed/**', 'cms/src/api/*/demo/**', 'shared/src/help-lines.ts'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
);
