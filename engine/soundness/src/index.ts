export { analyzeSoundness } from './analyze-soundness.ts';
export type { SoundnessFinding, SoundnessOptions, SoundnessReport, SoundnessStep } from './report.ts';
export { checkAmong } from './check-files.ts';
export { endlessCodes, soundnessCodes } from './soundness-codes.ts';
export { repairMessage, soundnessMessage, soundnessTexts, stepMessage } from './soundness-message.ts';
export type { NameOf } from './soundness-message.ts';
