// Closes a test run: counts every test report, and fails when a gate saw nothing to look at.
import { existsSync, readdirSync, readFileSync } from 'node:fs'

const SERVICES_IN_JAVA = ['api', 'auth', 'gateway', 'health', 'web']
const MINIMUM = 0.8

const count = { passed: 0, failed: 0, skipped: 0 }
const complaints = []

const list = (folder) => (existsSync(folder) ? readdirSync(folder).map((name) => `${folder}/${name}`) : [])

/** Adds up the attributes of the test suites in JUnit XML files. */
function addReports(name, files) {
  let tests = 0
  for (const file of files) {
    for (const [, attributes] of readFileSync(file, 'utf8').matchAll(/<testsuite\s([^>]*)>/g)) {
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

/** Checks that the coverage gate of a service had lines to look at. */
function coverage(service) {
  const file = `services/${service}/target/site/jacoco/jacoco.csv`
  if (!existsSync(file)) return complaints.push(`${service}: no coverage report`)
  let missed = 0
  let covered = 0
  for (const line of readFileSync(file, 'utf8').trim().split('\n').slice(1)) {
    const columns = line.split(',')
    missed += Number(columns[7])
    covered += Number(columns[8])
  }
  const share = covered / (missed + covered)
  if (!(share >= MINIMUM)) complaints.push(`${service}: covered lines must be at least ${MINIMUM * 100} %: ${share}`)
  console.log(`  ${service.padEnd(24)} ${(share * 100).toFixed(1).padStart(5)} % of ${missed + covered} lines covered`)
}

console.log('\nTests')
for (const module of ['libs/shared', 'services', 'apps', 'tools'].flatMap(list).concat('bench').filter((module) => existsSync(`${module}/src/test/java`))) {
  addReports(module, list(`${module}/target/surefire-reports`).filter((file) => file.endsWith('.xml')))
}
addReports('client (Vitest)', list('services/web/target/reports').filter((file) => file.endsWith('vitest.xml')))
addReports('journey (Playwright)', list('services/web/target/reports').filter((file) => file.endsWith('playwright.xml')))
console.log('Coverage of Java')
SERVICES_IN_JAVA.forEach(coverage)

for (const complaint of complaints) console.log(`FAILED: ${complaint}`)
console.log(`${count.passed} passed, ${count.failed + complaints.length} failed, ${count.skipped} skipped`)
process.exit(count.failed + complaints.length > 0 || count.passed === 0 ? 1 : 0)
