// Strangers checks records of Truce, and makes a log that Truce is to check, with Go's own packages for transparent
// logs and signed notes. It shares no line with Truce and knows only what the C2SP documents and record.md say.
//
//	strangers check DIR VKEY [OLD_CHECKPOINT]   the log of a record; the old checkpoint must be a beginning of it
//	strangers receipt FILE VKEY                 a receipt
//	strangers make DIR SIZE...                  a log published at these sizes, receipts and proofs
//
// Ends with 0 and a line that begins "right:", or with 1 and one that begins "WRONG:".
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8

// wrong ends the program with what is wrong.
func wrong(format string, values ...interface{}) {
	fmt.Printf("WRONG: "+format+"\n", values...)
	os.Exit(1)
}

// must ends the program where there is an error.
func must(err error, place string) {
	if err != nil {
		wrong("%s: %v", place, err)
	}
}

func read(path ...string) []byte {
	data, err := os.ReadFile(filepath.Join(path...))
	must(err, "file")
	return data
}

func write(data []byte, path ...string) {
	file := filepath.Join(path...)
	must(os.MkdirAll(filepath.Dir(file), 0777), "directory")
	must(os.WriteFile(file, data, 0666), "file")
}

// stored holds the hashes of all complete subtrees in the order in which Go's package numbers them.
type stored []tlog.Hash

func (s stored) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, 0, len(indexes))
	for _, index := range indexes {
		if index < 0 || index >= int64(len(s)) {
			return nil, fmt.Errorf("no hash %d", index)
		}
		hashes = append(hashes, s[index])
	}
	return hashes, nil
}

func storedOf(leaves [][]byte) stored {
	var all stored
	for n, leaf := range leaves {
		hashes, err := tlog.StoredHashes(int64(n), leaf, all)
		must(err, "hashes")
		all = append(all, hashes...)
	}
	return all
}

// root of the first n leaves. Go's older packages leave the empty tree undefined; RFC 6962 does not.
func (s stored) root(n int64) tlog.Hash {
	if n == 0 {
		return sha256.Sum256(nil)
	}
	hash, err := tlog.TreeHash(n, s)
	must(err, "root")
	return hash
}

// path of a tile as tlog-tiles has it: without the height, and with entries for data.
func path(tile tlog.Tile) string {
	path := strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/", tileHeight))
	return "tile/" + strings.Replace(path, "data/", "entries/", 1)
}

// tileAt is the reverse of path.
func tileAt(path string) tlog.Tile {
	rest := strings.Replace(strings.TrimPrefix(path, "tile/"), "entries/", "data/", 1)
	tile, err := tlog.ParseTilePath(fmt.Sprintf("tile/%d/%s", tileHeight, rest))
	must(err, path)
	return tile
}

// tilesIn reads tiles of a record for Go's authenticating reader.
type tilesIn string

func (dir tilesIn) Height() int { return tileHeight }

func (dir tilesIn) SaveTiles(tiles []tlog.Tile, data [][]byte) {}

func (dir tilesIn) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		data, err := os.ReadFile(filepath.Join(string(dir), path(tile)))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

// entries of a bundle: each after its length.
func entries(bundle []byte, place string) [][]byte {
	var all [][]byte
	for len(bundle) > 0 {
		if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
			wrong("%s: the bundle ends inside an entry", place)
		}
		length := int(binary.BigEndian.Uint16(bundle))
		all = append(all, bundle[2:2+length])
		bundle = bundle[2+length:]
	}
	return all
}

func bundle(entries [][]byte) []byte {
	var all []byte
	for _, entry := range entries {
		all = append(all, byte(len(entry)>>8), byte(len(entry)))
		all = append(all, entry...)
	}
	return all
}

// open checks the signature of a checkpoint and returns what it says.
func open(checkpoint []byte, vkey string, place string) tlog.Tree {
	verifier, err := note.NewVerifier(strings.TrimSuffix(string(read(vkey)), "\n"))
	must(err, vkey)
	opened, err := note.Open(checkpoint, note.VerifierList(verifier))
	must(err, place)
	origin := verifier.Name() + "\n"
	if !strings.HasPrefix(opened.Text, origin) {
		wrong("%s: the origin is not the key's name", place)
	}
	// Go's parser knows one origin only, and reads the rest of any.
	tree, err := tlog.ParseTree([]byte("go.sum database tree\n" + strings.TrimPrefix(opened.Text, origin)))
	must(err, place)
	return tree
}

func check(dir, vkey string, old []string) {
	tree := open(read(dir, "checkpoint"), vkey, "checkpoint")
	var leaves [][]byte
	for n := int64(0); n<<tileHeight < tree.N; n++ {
		tile := tlog.Tile{H: tileHeight, L: -1, N: n, W: int(min(1<<tileHeight, tree.N-n<<tileHeight))}
		found := entries(read(dir, path(tile)), path(tile))
		if len(found) != tile.W {
			wrong("%s: %d entries, not %d", path(tile), len(found), tile.W)
		}
		leaves = append(leaves, found...)
	}
	all := storedOf(leaves)
	if all.root(tree.N) != tree.Hash {
		wrong("checkpoint: the leaves hash to %v, not to %v", all.root(tree.N), tree.Hash)
	}
	tiles := checkTiles(dir, tree, leaves, all)
	inclusions, consistencies := checkProofs(dir, tree, leaves, all)
	for _, file := range old {
		before := open(read(file), vkey, file)
		if before.N > tree.N || all.root(before.N) != before.Hash {
			wrong("%s: the record does not extend this checkpoint", file)
		}
	}
	fmt.Printf("right: size %d root %v tiles %d inclusions %d consistencies %d\n",
		tree.N, tree.Hash, tiles, inclusions, consistencies)
}

// checkTiles hashes every tile anew, partial ones of earlier sizes too, and sees that none is missing.
func checkTiles(dir string, tree tlog.Tree, leaves [][]byte, all stored) int {
	needed := map[string]bool{}
	for _, tile := range tlog.NewTiles(tileHeight, 0, tree.N) {
		last := tile.N<<tileHeight+int64(tile.W) == tree.N>>uint(tileHeight*tile.L)
		if tile.W == 1<<tileHeight || last {
			needed[path(tile)] = true
			if tile.L == 0 {
				tile.L = -1
				needed[path(tile)] = true
			}
		}
	}
	tiles := 0
	must(filepath.Walk(filepath.Join(dir, "tile"), func(file string, info os.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return nil // an empty log has no tiles
		}
		name, err := filepath.Rel(dir, file)
		must(err, file)
		tile := tileAt(filepath.ToSlash(name))
		from := tile.N << tileHeight
		var expected []byte
		if tile.L < 0 {
			if from+int64(tile.W) > tree.N {
				wrong("%s: beyond the end of the log", name)
			}
			expected = bundle(leaves[from : from+int64(tile.W)])
		} else {
			expected, err = tlog.ReadTileData(tile, all)
			must(err, name)
		}
		if !bytes.Equal(read(file), expected) {
			wrong("%s: the tile does not hold what the leaves hash to", name)
		}
		delete(needed, filepath.ToSlash(name))
		tiles++
		return nil
	}), "tile")
	for name := range needed {
		wrong("%s: missing", name)
	}
	return tiles
}

// checkProofs proves entries and earlier sizes from the tiles alone: all of them, or a thousand of a large log.
func checkProofs(dir string, tree tlog.Tree, leaves [][]byte, all stored) (int, int) {
	if tree.N == 0 {
		return 0, 0
	}
	reader := tlog.TileHashReader(tree, tilesIn(dir))
	step := tree.N/1000 + 1
	inclusions, consistencies := 0, 0
	for n := int64(0); n < tree.N; n += step {
		proof, err := tlog.ProveRecord(tree.N, n, reader)
		must(err, "inclusion")
		must(tlog.CheckRecord(proof, tree.N, tree.Hash, n, tlog.RecordHash(leaves[n])), "inclusion")
		inclusions++
		earlier, err := tlog.ProveTree(tree.N, n+1, reader)
		must(err, "consistency")
		must(tlog.CheckTree(earlier, tree.N, tree.Hash, n+1, all.root(n+1)), "consistency")
		consistencies++
	}
	return inclusions, consistencies
}

// proofHeader is the first line of a receipt.
const proofHeader = "c2sp.org/tlog-proof@v1"

func receipt(file, vkey string) {
	parts := strings.SplitN(string(read(file)), "\n\n", 2)
	lines := strings.Split(parts[0], "\n")
	if len(parts) != 2 || len(lines) < 3 || lines[0] != proofHeader || !strings.HasPrefix(lines[2], "index ") {
		wrong("%s: no receipt", file)
	}
	extra, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
	must(err, "extra")
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	must(err, "index")
	var proof tlog.RecordProof
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		must(err, "proof")
		proof = append(proof, hash)
	}
	leaf, content := extra, "withheld"
	if len(extra) != 33 {
		commitment := sha256.Sum256(extra)
		leaf = append([]byte{1}, commitment[:]...)
		digest := sha256.Sum256(extra[40:])
		content = fmt.Sprintf("recorded %d sha256 %x", binary.BigEndian.Uint64(extra[32:]), digest)
	}
	tree := open([]byte(parts[1]), vkey, file)
	must(tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(leaf)), file)
	fmt.Printf("right: entry %d of %d %s\n", index, tree.N, content)
}

func base64Of(data []byte) string {
	return base64.StdEncoding.EncodeToString(data)
}

// sign makes a note.
func sign(text string, signer note.Signer) []byte {
	signed, err := note.Sign(&note.Note{Text: text}, signer)
	must(err, "sign")
	return signed
}

// make writes dir/record (the log), dir/key, dir/checkpoints/SIZE, dir/consistency/FROM (to the last size) and
// dir/receipts/INDEX.
func makeLog(dir string, sizes []int64) {
	const origin = "strangers.example/Сделано-в-Go"
	secret, vkey, err := note.GenerateKey(bytes.NewReader(bytes.Repeat([]byte("stranger"), 16)), origin)
	must(err, "key")
	signer, err := note.NewSigner(secret)
	must(err, "key")
	record := filepath.Join(dir, "record")
	write([]byte(secret+"\n"), dir, "key")
	write([]byte(vkey+"\n"), record, "vkey")
	write(sign("truce-record/v1\n"+origin+"\nname Made by strangers\ncreated 2020-11-10T00:00:00Z\n", signer), record, "record")
	sort.Slice(sizes, func(i, j int) bool { return sizes[i] < sizes[j] })
	last := sizes[len(sizes)-1]
	var leaves, openings [][]byte
	for n := int64(0); n < last; n++ {
		nonce := sha256.Sum256([]byte(fmt.Sprintf("nonce %d", n)))
		opening := binary.BigEndian.AppendUint64(nonce[:], uint64(1604966400000+n))
		opening = append(opening, fmt.Sprintf(`{"made": "by strangers", "number": %d}`, n)...)
		commitment := sha256.Sum256(opening)
		openings = append(openings, opening)
		leaves = append(leaves, append([]byte{1}, commitment[:]...))
	}
	all := storedOf(leaves)
	widths := map[int]*[32]byte{}
	for _, size := range sizes {
		checkpoint := sign(fmt.Sprintf("%s\n%d\n%v\n", origin, size, all.root(size)), signer)
		write(checkpoint, dir, "checkpoints", strconv.FormatInt(size, 10))
		write(checkpoint, record, "checkpoint")
		for _, tile := range tlog.NewTiles(tileHeight, 0, size) {
			whole := tile.N < last>>uint(tileHeight*(tile.L+1))
			newest := tile.N<<tileHeight+int64(tile.W) == size>>uint(tileHeight*tile.L)
			if whole != (tile.W == 1<<tileHeight) || !(whole || newest) {
				continue // partial tiles go when the full one is there
			}
			data, err := tlog.ReadTileData(tile, all)
			must(err, "tile")
			write(data, record, path(tile))
			if !whole {
				if widths[tile.L] == nil {
					widths[tile.L] = new([32]byte)
				}
				widths[tile.L][tile.W/8] |= 1 << uint(tile.W%8)
			}
			if tile.L == 0 {
				from := tile.N << tileHeight
				tile.L = -1
				write(bundle(leaves[from:from+int64(tile.W)]), record, path(tile))
			}
		}
	}
	partials := fmt.Sprintf("truce-partials/v1\n%s\nsize %d\n", origin, last)
	for level := 0; level < 8; level++ {
		if widths[level] != nil {
			partials += fmt.Sprintf("%d %s\n", level, hex.EncodeToString(widths[level][:]))
		}
	}
	write(sign(partials, signer), record, fmt.Sprintf("partials.%d", last))
	proofs(dir, read(record, "checkpoint"), last, all, leaves, openings)
	fmt.Printf("right: size %d root %v\n", last, all.root(last))
}

func proofs(dir string, checkpoint []byte, last int64, all stored, leaves, openings [][]byte) {
	for n := int64(0); n < last; n++ {
		proof, err := tlog.ProveRecord(last, n, all)
		must(err, "inclusion")
		extra := openings[n]
		if n%2 == 1 {
			extra = leaves[n]
		}
		text := fmt.Sprintf("%s\nextra %s\nindex %d\n", proofHeader, base64Of(extra), n)
		for _, hash := range proof {
			text += hash.String() + "\n"
		}
		write(append([]byte(text+"\n"), checkpoint...), dir, "receipts", strconv.FormatInt(n, 10))
		earlier, err := tlog.ProveTree(last, n+1, all)
		must(err, "consistency")
		lines := all.root(n+1).String() + "\n"
		for _, hash := range earlier {
			lines += hash.String() + "\n"
		}
		write([]byte(lines), dir, "consistency", strconv.FormatInt(n+1, 10))
	}
}

func min(a, b int64) int64 {
	if a < b {
		return a
	}
	return b
}

func main() {
	arguments := os.Args[1:]
	switch {
	case len(arguments) >= 3 && arguments[0] == "check":
		check(arguments[1], arguments[2], arguments[3:])
	case len(arguments) == 3 && arguments[0] == "receipt":
		receipt(arguments[1], arguments[2])
	case len(arguments) >= 3 && arguments[0] == "make":
		var sizes []int64
		for _, text := range arguments[2:] {
			size, err := strconv.ParseInt(text, 10, 64)
			must(err, text)
			sizes = append(sizes, size)
		}
		makeLog(arguments[1], sizes)
	default:
		fmt.Println("strangers check DIR VKEY [OLD_CHECKPOINT] | receipt FILE VKEY | make DIR SIZE...")
		os.Exit(2)
	}
}
