import './kalimat.ts'

export {
  ditunggu,
  PEMBACA as PEMBACA_CATATAN,
  type StatusCatatan,
  type Tujuan as TujuanCatatan,
  type UntukHak as CatatanUntukHak,
} from './alur.ts'
export { dokumenCatatan } from './dokumen-catatan.ts'
export { daftarCatatanSiklus } from './kueri.ts'
export { ruteCatatanCamat } from './rute.ts'
