// Closes a test run: counts every test report, and fails when a gate saw nothing to look at.
import { existsSync, readdirSync, readFileSync } from 'node:fs'

const COVERED = [...['api', 'auth', 'gateway', 'health', 'notifications', 'web'].map((service) => `services/${service}`), 'apps/server', 'apps/cli']
const MINIMUM = 0.8

const count = { passed: 0, failed: 0, skipped: 0 }
const complaints = []
const notRun = []
const failures = []
const unsteady = []

const list = (folder) => (existsSync(folder) ? readdirSync(folder).map((name) => `${folder}/${name}`) : [])

/** Adds up the attributes of the test suites in JUnit XML files. */
function addReports(name, files) {
  let tests = 0
  for (const file of files) {
    const report = readFileSync(file, 'utf8')
    addFailures(name, report)
    for (const [, attributes] of report.matchAll(/<testsuite\s([^>]*)>/g)) {
      const number = (key) => Number(new RegExp(`\\b${key}="(\\d+)"`).exec(attributes)?.[1] ?? 0)
      const failed = number('failures') + number('errors')
      tests += number('tests')
      count.failed += failed
      count.skipped += number('skipped')
      count.passed += number('tests') - failed - number('skipped')
    }
  }
  if (tests === 0) complaints.push(`${name}: no test ran`)
  console.log(`  ${name.padEnd(24)} ${String(tests).padStart(5)} tests`)
}

/**
 * Keeps the names of the tests that failed, or did so the first time and passed the second, with the first line of what each
 * said: the end of a long log is what is read first.
 */
function addFailures(name, report) {
  for (const testcase of report.split('<testcase ').slice(1)) {
    const [, kind, failure] = /<(failure|error|flakyFailure|flakyError)\b([^>]*)>/.exec(testcase) ?? []
    if (kind === undefined) continue
    const value = (key, attributes) => new RegExp(`\\b${key}="([^"]*)"`).exec(attributes)?.[1] ?? ''
    const message = value('message', failure).split(/&#10;|\n/).find((line) => line.trim()) ?? value('type', failure)
    const found = `${name}: ${value('classname', testcase)} ${value('name', testcase)}: ${message.trim().slice(0, 300)}`
    const list = kind.startsWith('flaky') ? unsteady : failures
    list.push(found)
  }
}

/** Checks that the coverage gate of a module had lines to look at. */
function coverage(module) {
  const file = `${module}/target/site/jacoco/jacoco.csv`
  if (!existsSync(file)) return complaints.push(`${module}: no coverage report`)
  let missed = 0
  let covered = 0
  for (const line of readFileSync(file, 'utf8').trim().split('\n').slice(1)) {
    const columns = line.split(',')
    missed += Number(columns[7])
    covered += Number(columns[8])
  }
  const share = covered / (missed + covered)
  if (!(share >= MINIMUM)) complaints.push(`${module}: covered lines must be at least ${MINIMUM * 100} %: ${share}`)
  console.log(`  ${module.padEnd(24)} ${(share * 100).toFixed(1).padStart(5)} % of ${missed + covered} lines covered`)
}

/** Says how many cases of the conformance suite each carrier of events passed; all must have the same, and more than none. */
function carriers() {
  const passed = { InProcess: 0, Http: 0, Redis: 0, Rabbitmq: 0 }
  for (const file of list('libs/shared/carriers/target/surefire-reports').filter((file) => file.endsWith('.xml'))) {
    for (const testcase of readFileSync(file, 'utf8').split('<testcase ').slice(1)) {
      const carrier = /classname="[\w.]*CarrierConformanceTest\$(\w+)"/.exec(testcase)?.[1]
      if (carrier && !/<(failure|error|skipped)\b/.test(testcase)) passed[carrier]++
    }
  }
  console.log(`Carriers of events\n  in-process ${passed.InProcess}, http ${passed.Http}, redis ${passed.Redis}, rabbitmq ${passed.Rabbitmq}`)
  const root = process.getuid?.() === 0
  if (passed.Rabbitmq === 0 && !root) {
    notRun.push('carrier rabbitmq: there is no RabbitMQ here, and no root to install it (apt-get install rabbitmq-server)')
    delete passed.Rabbitmq
  }
  if (new Set(Object.values(passed)).size !== 1 || passed.InProcess === 0) complaints.push('the carriers of events did not all pass the same cases')
}

/** Says what stopped Maven beside failed tests: a compiler, a gate. */
function stops() {
  const log = existsSync('target/verify.log') ? readFileSync('target/verify.log', 'utf8') : ''
  for (const [, goal, project, why] of log.matchAll(/^\[ERROR\] Failed to execute goal \S+?:([\w-]+:[\w.-]+:\w+) .*on project (\S+?): *(.*?)(?: -> \[Help 1\])?$/gm)) {
    if (!goal.startsWith('maven-surefire-plugin') || failures.length === 0) complaints.push(`${project}: ${goal} ${why}`)
  }
}

console.log('\nTests')
for (const module of ['libs/shared', 'services', 'apps', 'tools'].flatMap(list).concat('bench').filter((module) => existsSync(`${module}/src/test/java`))) {
  addReports(module, list(`${module}/target/surefire-reports`).filter((file) => file.endsWith('.xml')))
}
addReports('client (Vitest)', list('services/web/target/reports').filter((file) => file.endsWith('vitest.xml')))
addReports('journey (Playwright)', list('services/web/target/reports').filter((file) => file.endsWith('playwright.xml')))
console.log('Coverage of Java')
COVERED.forEach(coverage)
carriers()
stops()

for (const test of unsteady) console.log(`UNSTEADY, passed the second time: ${test}`)
for (const what of notRun) console.log(`NOT RUN: ${what}`)
for (const failure of failures) console.log(`FAILED: ${failure}`)
for (const complaint of complaints) console.log(`FAILED: ${complaint}`)
console.log(`${count.passed} passed, ${count.failed + complaints.length} failed, ${count.skipped} skipped`)
process.exit(count.failed + complaints.length > 0 || count.passed === 0 ? 1 : 0)
