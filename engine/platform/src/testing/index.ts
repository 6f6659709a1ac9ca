export { appealFolder, suspensiveRemedy } from './appeal-folder.ts';
export { allowanceFolder } from './allowance-folder.ts';
export { campaignFolder, renewalLetter } from './campaign-folder.ts';
export { eligibilityFolder } from './eligibility-folder.ts';
export { hearingFolder } from './hearing-folder.ts';
export { inspectionFolder } from './inspection-folder.ts';
export { marketObligation, obligationFiles, obligationFolder } from './obligation-folder.ts';
export { type Ceiling, marketQuota, quotaFolder } from './quota-folder.ts';
export { marketRight, rightFolder } from './right-folder.ts';
export { askingFolder, fillingFolder, rightSourceFolder, stallSource, stallSourceKey } from './right-source-folder.ts';
export { deflatedZeros, type ZipEntry, zipOf } from './hostile-zip.ts';
export { openRealCasework, type RealCasework } from './open-real-casework.ts';
export { openTestCasework, type TestCasework } from './open-test-casework.ts';
export {
  actorFor,
  anonymous,
  connectorOf,
  givenAdministrations,
  givenCase,
  givenCitizen,
  numberOfCitizen,
  givenPublished,
  givenReader,
  givenStaff,
  system,
} from './sample-people.ts';
export {
  sampleProcedure,
  askingRestrictedDebt,
  sampleProcedureChanging,
  sampleProcedureWith,
  sampleSendingItsLetter,
  sayingWhyAsked,
} from './sample-procedure.ts';
export { findPlanted } from './find-planted.ts';
export { stallDuring } from './stall-during.ts';
export { givenImport } from './given-import.ts';
export { clerksOfYears, seedEngineTasks, seedYearsOfWork } from './years-of-work.ts';
