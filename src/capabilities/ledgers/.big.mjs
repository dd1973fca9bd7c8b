import {openBook} from './reading/sheets.ts'
import { writeXlsxStream } from 'hucre/xlsx'
import fs from 'node:fs'
const n=Number(process.argv[2]), out=process.argv[3], inline=process.argv[4]!=='shared'
const b=await openBook({fileName:'01',path:'/work/main/tests/samples/2024/01-首次执行案件台账.xlsx'})
const rows=[]; for await(const r of b.sheets[0].rows()) rows.push(r.cells)
const conv=c=>c&&typeof c==='object'?(c.kind==='date'?new Date(c.text+'T00:00:00Z'):c.text):c
function* gen(){ for(let i=0;i<4;i++) yield Array.from({length:38},(_,k)=>conv(rows[i][k]??null)); const data=rows.slice(4,-2)
 for(let i=0;i<n;i++){ const r=data[i%data.length]; const o=Array.from({length:38},(_,k)=>conv(r[k]??null)); o[0]=i+1; o[1]=String(r[1]).replace(/\d+(?=号|$)/, String(i+1)).replace(/[０-９]+(?=号|$)/,String(i+1)); yield o } }
await writeXlsxStream(gen(),{name:'台账',columns:Array.from({length:38},()=>({})),inlineStrings:inline}).pipeTo(new WritableStream({start(){this.f=fs.openSync(out,'w')},write(c){fs.writeSync(this.f,c)},close(){fs.closeSync(this.f)}}))
console.log(fs.statSync(out).size)
