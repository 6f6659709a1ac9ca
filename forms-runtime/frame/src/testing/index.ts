export { expectSameTexts } from './expect-same-texts.ts';
export { installPlatform, refusal, type Answering, type Reply, type SeenRequest } from './fake-platform.ts';
