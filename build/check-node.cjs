// Runs before anything else, in plain CommonJS of an old dialect, so that a Node too old for Roomlight
// meets a sentence and not a syntax error or a crash inside a native module.
var parts = process.versions.node.split('.').map(Number);
if (parts[0] < 22 || (parts[0] === 22 && parts[1] < 18)) {
  process.stderr.write(
    'Roomlight needs Node 22.18 or newer, and this is Node ' +
      process.versions.node +
      '. Run "npm ci" first: on Linux and Windows it brings a Node of its own; elsewhere install one from nodejs.org.\n',
  );
  process.exit(1);
}
