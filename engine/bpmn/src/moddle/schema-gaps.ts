/** What the schema of BPMN 2.0 has and the meta-model lacks, in the notation of moddle. */
export const schemaGaps: object = {
  name: 'SchemaGaps',
  prefix: 'gaps',
  uri: 'urn:irisflow:bpmn-schema-gaps',
  types: [
    {
      name: 'DocumentedExtension',
      extends: ['bpmn:Extension'],
      properties: [{ name: 'documentation', type: 'bpmn:Documentation', isMany: true }],
    },
  ],
};
