export { decisionService, featureModels, featureVariables } from './feature-models.ts';
