/**
 * Reports: what the insights say, on paper and on a terminal.
 *
 * `changke analyse FILE` needs no set-up: the file is staged in a DuckDB of its own, asked the very questions that the console asks, shown, and forgotten.
 */
export { analyseCommand } from './reports.command.ts'
