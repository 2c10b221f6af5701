using System.IO.Compression;
using System.Xml;

namespace Samstyre.Import;

/// <summary>The parts of an Office file, read with care: never more than a bounded amount, no document type definitions, nothing from outside the file.</summary>
internal sealed class OfficePackage : IDisposable
{
    /// <summary>Bytes of all parts that are read together: far more than any form, far less than a zip bomb.</summary>
    private const long MostBytes = 200_000_000;
    private const int MostParts = 20_000;
    private const string OfficeRelations = "/relationships/";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true, MaxCharactersFromEntities = 1_000, CheckCharacters = false,
    };

    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private long read;

    private OfficePackage(ZipArchive zip)
    {
        this.zip = zip;
        if (zip.Entries.Count > MostParts) throw new InvalidDataException("The file has too many parts.");
        foreach (var entry in zip.Entries) parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
    }

    /// <summary>The names of its parts.</summary>
    public IReadOnlyCollection<string> Parts => parts.Keys;

    /// <exception cref="InvalidDataException">The bytes are no zip.</exception>
    public static OfficePackage Open(byte[] bytes) => new(new(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read));

    public bool Has(string part) => parts.ContainsKey(part);

    /// <summary>A part's content; null where there is no such part.</summary>
    /// <exception cref="InvalidDataException">When what is read of the file becomes too much, or is damaged.</exception>
    public Stream? Part(string part) => parts.TryGetValue(part, out var entry) ? new Bounded(entry.Open(), this) : null;

    /// <summary>A part as XML; null where there is no such part.</summary>
    public XmlReader? Xml(string part) => Part(part) is { } stream ? XmlReader.Create(stream, Settings) : null;

    /// <summary>The part that the package is about, as its relations name it; null where they name none.</summary>
    public string? Main() => Related("").FirstOrDefault(relation => relation.Kind == "officeDocument").Target;

    /// <summary>What a part refers to inside the file: the relation's id, its kind (the last word of its type) and the part's name. What lies outside is left out.</summary>
    public IReadOnlyList<(string Id, string Kind, string Target)> Related(string part)
    {
        var at = part.LastIndexOf('/') + 1;
        using var xml = Xml($"{part[..at]}_rels/{part[at..]}.rels");
        if (xml is null) return [];
        var found = new List<(string, string, string)>();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship" || xml.GetAttribute("TargetMode") == "External") continue;
            var (id, type, target) = (xml.GetAttribute("Id"), xml.GetAttribute("Type"), xml.GetAttribute("Target"));
            if (id is not null && type is not null && target is not null && type.Contains(OfficeRelations, StringComparison.Ordinal)) found.Add((id, type[(type.LastIndexOf('/') + 1)..], Resolve(part[..at], target)));
        }

        return found;
    }

    public void Dispose() => zip.Dispose();

    /// <summary>The name of a part that another one in a folder refers to.</summary>
    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/')) return target[1..];
        var steps = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/'))
        {
            if (step == ".." && steps.Count > 0) steps.RemoveAt(steps.Count - 1);
            else if (step is not ("." or ".." or "")) steps.Add(step);
        }

        return string.Join('/', steps);
    }

    /// <summary>Counts what is unpacked; a few bytes of a zip can become very many.</summary>
    private sealed class Bounded(Stream inner, OfficePackage package) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = inner.Read(buffer);
            package.read += count;
            if (package.read > MostBytes) throw new InvalidDataException("The file unpacks to more than is read.");
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
