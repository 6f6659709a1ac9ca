/**
 * Words that messages of the engine and of connectors are made of; none says anything about a person. A word that is
 * missing here is masked: that costs clarity, never privacy.
 */
const words = `
  a able about above absent accept accepted access action activate active activity add address after again
  agree all allow allowed already also always an and another answer answered answers any appear are array as
  ask asked at attempt attempts available away back bad be because been before began being below between
  boolean both boundary break but by bytes call called caller calls can canceled cannot case catch caught
  change changed character characters check child code collection command complete completed condition
  configured connect connection connector consultation contain contains context correlation could create
  created cycle data date day days decision declare declared default define defined definition deploy deployed
  deployment did different does done down due duration during each either element elements empty end ended
  engine entry error errors escalation evaluate evaluated evaluation event every exist existing exists expect
  expected expression extract fail failed failure false fault field fields find first flow flows follow
  following for form format found from full function gateway get give given go goes group had has have header
  headers held here host how http https id if in incident index inner input inside instance integer internal
  invalid is it item items its job jobs join json key kind known last later least leave left length less
  letter limit line list listener loaded local log long loop lost made mail make malformed mandatory many map
  mapping match matching may message messages method milliseconds minutes missing model more most ms multi
  must name named names neither never new next no none nor not nothing now null number object of off offered
  on once one only open operation or order other out outer output outside over page parameter parent parse
  parsed path payload permitted place positive possible process processes property protocol provide provided
  published question queue range reach reachable reached read ready reason received refused register
  registered reject rejected release reply request requested required resolve resource response result results
  retries retry return returned right root rule rules run running same schema scope seconds secret see seen
  send sent sequence server service set shape should shows signal since size small so some source start
  started starts state status step still stop stopped store string such suspended table take taken task tasks
  template temporary term text than that the their them then there these they this those through throw thrown
  time timed timeout timer timers to token too total tried tries trigger true try twice two type types
  unauthorized unavailable under unexpected unhandled unknown until up update url use used user uses valid
  value values variable variables version wait waited waiting waits was well were what when where whether
  which while who whole will with within without work worker would write written wrong xml yes yet zero
`;

/** Answers of servers. */
const statuses = '400 401 403 404 405 408 409 410 413 415 422 429 500 501 502 503 504';

export const harmlessWords: ReadonlySet<string> = new Set(`${words} ${statuses}`.trim().split(/\s+/u));
