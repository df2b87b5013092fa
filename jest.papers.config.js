import base from './jest.config.js'

/** Official files as other programs read them: LibreOffice reckons and prints them anew. Without it, they fail. */
export default {
  ...base,
  roots: ['<rootDir>/test/papers'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
  testTimeout: 180000,
}
