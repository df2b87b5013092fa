/** The ways by which a reminder reaches people. Each has its own lines in the ledger. */
export type ChannelName = 'email' | 'push' | 'webhook'
