import type { ChatReceive } from '@tali/contracts'

/**
 * A way to chat with the house: the web page, Telegram, Matrix. A channel knows how to show things to people and who they
 * are; what is said it hands to `Chat`, which is the same for all.
 */
export interface Channel {
  readonly name: string
  /** Shows something in a conversation, wherever it is open on this channel. Never rejects for people who are away. */
  show(conversationId: string, what: ChatReceive): void
}
