/** Every test but those in a browser or LibreOffice: rules, flows on a real PostgreSQL, laws. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/test/browser/', '/test/papers/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      // Maps in files of their own: inside each file, they would be read and parsed with it, three times the text.
      {
        sourceMaps: true,
        jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
        module: { type: 'es6' },
      },
    ],
  },
  globalSetup: '<rootDir>/test/support/start-postgres.ts',
  globalTeardown: '<rootDir>/test/support/stop-postgres.ts',
  // Tests wait for PostgreSQL, mail servers and processes half of the time: three keep two cores busy.
  maxWorkers: 3,
  testTimeout: 20000,
}
