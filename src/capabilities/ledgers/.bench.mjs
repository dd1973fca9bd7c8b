import {readLedger} from './reading/index.ts'
import {openBook} from './reading/sheets.ts'
import {caseLedgers} from '../cases/ledgers/index.ts'
import {benchmarks} from '../indicators/ledgers/benchmarks.ts'
const f=process.argv[2]; let peak=0; const iv=setInterval(()=>{peak=Math.max(peak,process.memoryUsage().rss)},50)
let t=performance.now(); const p=()=>{const d=performance.now()-t; t=performance.now(); return (d/1000).toFixed(2)+'s'}
if(process.argv[3]!=='ledger'){ const b=await openBook({fileName:'x',path:f}); let n=0; for await(const r of b.sheets[0].rows()) n+=r.cells.length; console.log('raw',n,p(),(peak/1e6|0)+'MB') }
if(process.argv[3]==='raw') process.exit()
peak=0
const r=await readLedger({fileName:'首次执行2024.xlsx',path:f},{layouts:[...caseLedgers,benchmarks],today:Temporal.PlainDate.from('2025-01-06')})
console.log('plan',p(),(peak/1e6|0)+'MB'); const s=r.sheets[0]; let c=0; for await(const row of s.rows()) c++; const {problems,...m}=s.summary(); console.log('judge',c,p(),(peak/1e6|0)+'MB',JSON.stringify(m),process.cpuUsage().user/1e6); const by={}; for(const q of problems) by[q.code]=(by[q.code]??0)+1; console.log(by, problems[0]); process.exit()
