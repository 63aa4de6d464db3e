// The plan of the house as import rules. Rooms from left to right: data flows right, imports point left.
const rooms = ['settings', 'customers', 'activity', 'insights', 'decisions', 'loyalty', 'care', 'service', 'evaluation']
const anyRoom = `^src/(${rooms.join('|')})/`
const browser = ['\\.tsx$', '^src/web/', '\\.pages\\.ts$']
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
module.exports = {
  forbidden: [
    rule('no-cycle', 'No file may depend on itself, however long the way round.', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    { name: 'no-folder-cycle', comment: 'Nor may a capability folder.', severity: 'error', scope: 'folder', from: { path: anyRoom }, to: { circular: true } },
    ...rooms.slice(0, -1).map((room, i) =>
      rule(`${room}-looks-left`, `${room} may not know the rooms to its right; use the event log or a port.`,
        { path: `^src/${room}/` }, { path: `^src/(${rooms.slice(i + 1).join('|')})/` })),
    rule('through-the-door', "Another capability's only importable files are its door (name/name.ts) and what crosses the wire (name.schema.ts).",
      { path: '^src/([^/]+)/([^/]+)/', pathNot: '\\.tsx$' },
      { path: `${anyRoom}([^/]+)/`, pathNot: ['^src/$1/$2/', '^src/[^/]+/([^/]+)/\\1(\\.schema)?\\.ts$'] }),
    rule('foundation-knows-no-room', 'foundation, stats and web speak no domain word.', { path: '^src/(foundation|stats|web)/' }, { path: anyRoom }),
    rule('foundation-knows-no-stats', 'foundation stands on nothing of ours.', { path: '^src/foundation/' }, { path: '^src/(stats|web)/' }),
    rule('stats-is-pure', 'stats takes numbers and returns numbers: no other folder, no node, no package.', { path: '^src/stats/' }, { pathNot: '^src/stats/' }),
    rule('pages-see-only-schemas', 'Browser code may import schemas, words, web/, other browser code and packages; never server code.',
      { path: browser },
      { path: '^src/', pathNot: [...browser, '\\.css$', '\\.schema\\.ts$', '\\.words\\.ts$', '^src/foundation/(words|money|zone)\\.ts$'] }),
    rule('server-has-no-pages', 'Server code never imports browser code.', { path: '^src/', pathNot: [...browser, '^src/web\\.tsx$'] }, { path: browser }),
    rule('sql-stays-home', 'Only the capability itself calls its SQL; routes and pages go through the door.', { path: '\\.(routes|page|listeners)\\.tsx?$' }, { path: '\\.sql\\.ts$' }),
    rule('nobody-imports-the-roof', 'server.ts, changke.ts and web.tsx are imported by nobody.', { path: '^src/' , pathNot: '^src/(changke|server)\\.ts$' }, { path: '^src/(server\\.ts|changke\\.ts|web\\.tsx)$' }),
    rule('no-unresolvable', 'Every import resolves.', {}, { couldNotResolve: true }),
    rule('no-dev-in-product', 'Server code uses no development dependency.', { path: '^src/', pathNot: [...browser, '^src/web\\.tsx$'] }, { dependencyTypes: ['npm-dev'], pathNot: '^node_modules/@types/' })
  ],
  options: {
    tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' }, doNotFollow: { path: 'node_modules' }, exclude: '\\.test\\.tsx?$',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] }
  }
}
