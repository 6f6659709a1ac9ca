/** Addresses inside the workspace of a procedure, relative to the application. */
export const workspacePaths = (procedureKey: string) => {
  const root = `/procedures/${procedureKey}`;
  return {
    root,
    file: (path: string) => `${root}/files/${path}`,
    simulation: `${root}/simulation`,
    scenarios: `${root}/scenarios`,
    versions: `${root}/versions`,
    moves: `${root}/version-moves`,
    move: (moveId: string) => `${root}/version-moves/${moveId}`,
    watch: `${root}/watch`,
    whatIf: `${root}/what-if`,
    instances: `${root}/instances`,
    instance: (processInstanceKey: string) => `${root}/instances/${processInstanceKey}`,
  };
};
