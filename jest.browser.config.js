import base from './jest.config.js'

/** The portal in a real browser (playwright-core and the system's Chromium), one file after the other. */
export default {
  ...base,
  roots: ['<rootDir>/test/browser'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
  testTimeout: 60000,
}
