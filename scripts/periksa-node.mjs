// Imported first: an old Node would fail on the next file with a message nobody understands.
const [besar = 0, kecil = 0] = process.versions.node.split('.').map(Number)
if (besar < 20 || (besar === 20 && kecil < 19)) {
  console.error(`Takar membutuhkan Node.js 20.19 atau yang lebih baru; yang terpasang ${process.versions.node}.`)
  process.exit(1)
}
