// Written in old syntax: an old Node must be able to read this file to say that it is too old.

/** Ends the process with one plain sentence when the machine's own Node can't run these scripts (18 or later can). */
export function refuseOldNode() {
  if (Number(process.versions.node.split('.')[0]) >= 18) return;
  process.stderr.write(
    'Quiet Room needs Node 18 or later to start; this is Node ' +
      process.versions.node +
      '. Install a newer version and try again.\n',
  );
  process.exit(1);
}
