import type { Command } from './command/command.ts';
import type { DecideContext, Decision } from './desk/decision.ts';
import { createDesk } from './desk/desk.ts';
import { CommandRefused } from './desk/failure.ts';
import { handle } from './handlers/handlers.ts';
import type { EngineState } from './state/engine-state.ts';

/**
 * Decides one command: checks it, applies the events it causes to the loaded state, and returns them.
 * A refused command changes nothing. Throws only when the engine itself is at fault; then the touched aggregates are to be discarded.
 */
export const decide = (command: Command, state: EngineState, context: DecideContext): Decision => {
  const desk = createDesk(state, context);
  try {
    return desk.decision(handle(desk, command));
  } catch (failure) {
    // A refusal after something was written would leave the state half changed: that is the engine's fault, not the caller's.
    if (!(failure instanceof CommandRefused) || desk.hasWritten()) throw failure;
    return { changes: [], followUps: [], outcome: { kind: 'rejection', rejection: failure.rejection }, settled: [] };
  }
};
