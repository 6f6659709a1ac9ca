/** The platform's own work; what each may touch stands in the walls of the tables. */
export const jobNames = [
  /** The command line, seeding and tests: an operator's own hands. */
  'operator',
  'signIn',
  /** Lets connectors in, each for the one case whose handle it shows. */
  'admission',
  /** Counts requests of whoever it may be, signed in or not. */
  'requestCounts',
  /** Prints the token of the first administrator, and takes it in. */
  'firstAdministrator',
  /** Notes that the proposal of a connector's case is void. */
  'proposals',
  /** Changes what people may do, and ends their sessions; who asked is in the audit. */
  'staffing',
  /** Writes down people who never signed in, for whom a clerk opens a case, and tells who a known applicant is. */
  'parties',
  /** Puts back restricted answers that whoever corrects the others of their case does not see. */
  'restricted',
  /** Opens cases that another case or a schedule asks for. */
  'intake',
  /** Sends what use cases left in the outbox, and starts processes. */
  'outbox',
  /** Keeps the tasks of the desk what the engine has. */
  'worklist',
  /** Warns of terms, ends those that are over with what the law says of it, and counts them anew. */
  'terms',
  /** Keeps what stands still what the engine has. */
  'incidents',
  /** Follows how long cases take at each step, and keeps numbers of it. */
  'steps',
  /** Tells people by mail that something waits for them. */
  'notices',
  /** Makes the copies of files that were asked for; what is in them was said by who asked. */
  'copies',
  /** Takes in the bytes of files; which case they belong to is said by who sent them. */
  'uploads',
  'contentSweep',
  /** Has files checked that came in while their scanner was away, and tells who has one that holds a virus. */
  'fileChecks',
  /** Hands the connector of a source what the administration of a case signs in with there. */
  'sourceAccess',
  /** Tells systems of others what happened to cases. */
  'webhooks',
  /** Hears systems of others at the addresses that were made for them, and tells the one case that each message is for. */
  'incomingWebhooks',
  /** Shows whoever is asked for an opinion what was handed to them, and takes their answer; they bring their own bounds. */
  'opinions',
  /** Shows whom a case is sent on to what was proposed, and takes it over; they bring their own bounds. */
  'transfers',
  /** Lodges an appeal of whoever asks, with what it suspends; they bring their own bounds. */
  'appeals',
  /** Finds what waits in bulk decisions, and notes what became of it; the tasks are completed as who started. */
  'bulk',
  /** Looks whether running cases can go on with another version, and moves them, within the bounds of whoever started. */
  'versionMoves',
  /** Makes scheduled publications live at their hour, for every administration. */
  'publications',
  /** Replays cases that are over on a draft, and keeps how they would have ended; of cases and their processes it only reads. */
  'rehearsals',
  /** Finds files of cases that are worked on, and erases what is kept too long; the cases are opened as who started. */
  'caseImports',
  /** Finds files of rights that are worked on, and erases what is kept too long; the rights are taken over as who started. */
  'rightImports',
  /** Books what statements of banks say, for every administration. */
  'statements',
  /** Offers payments on the page of a provider, asks it what became of them, and books what came in, for every administration. */
  'onlinePayments',
  /** Finds whom a campaign is for within the bounds of who prepares or started it, and what of campaigns is due. */
  'campaigns',
  /** Hands letters over to whoever carries them, for every administration, and asks what became of them. */
  'carriers',
  /** Tells everybody who has the code of a certificate whether the right holds, and nothing more. */
  'rightChecks',
  /** Tells other administrations of rights that are declared a source, each time for one logged question, and of their changes. */
  'rightSources',
  /** Takes in what a register tells by itself, within the bounds of its token, and tells the cases that it concerns. */
  'registers',
  /** Takes in what people who did not sign in say of a page, and erases it when its time is over. */
  'reports',
  /** Counts cases for everybody; what it counts is told in numbers alone, small ones left out. */
  'numbers',
  'health',
  /** Reads the audit of every administration, to verify, anchor and export it. */
  'auditProof',
  /** Takes the values behind audit entries away when their time is over. */
  'erasure',
  /** Looks, for whoever guards the data of people, what is kept of whom, who read it and what may go. */
  'privacy',
  /** Destroys cases whose time to be kept is over, everywhere. */
  'retention',
] as const;

export type JobName = (typeof jobNames)[number];
