import { readFileSync } from 'node:fs'

/**
 * @typedef {{ status: string, assertionResults: { status: string }[] }} TestFile
 * @typedef {{ numPassedTests: number, numFailedTests: number, testResults: TestFile[] }} Report
 */

/**
 * Counts what vitest's JSON report says. A file that could not be loaded, an error outside every test and a crash
 * before the report was written are one failure each: none of them is a test, all of them are news.
 * @param {string} path
 * @param {boolean} exitedWell
 */
export function countReport(path, exitedWell) {
  const report = read(path)
  if (!report) return { passed: 0, failed: exitedWell ? 0 : 1 }
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  )
  const failed = report.numFailedTests + broken.length
  return { passed: report.numPassedTests, failed: failed === 0 && !exitedWell ? 1 : failed }
}

/** @param {string} path @returns {Report | null} */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}
