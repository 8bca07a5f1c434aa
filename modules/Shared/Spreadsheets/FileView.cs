namespace InclusionPlatform.Shared.Spreadsheets;

/// <summary>
/// A file, or a stretch of it, as a stream with a place of its own, so that two readers of one file do not move each other. Of one thread at a time; the file stays open when it is closed.
/// </summary>
/// <param name="file">The file, which can be read at any place: on disk as a rule, so that a large one takes no memory.</param>
/// <param name="start">Where the stretch begins.</param>
/// <param name="length">How long it is.</param>
internal sealed class FileView(Stream file, long start, long length) : Stream
{
    private long _at;

    /// <summary>All of it.</summary>
    public FileView(Stream file) : this(file, 0, file.Length)
    {
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => length;

    /// <inheritdoc/>
    public override long Position { get => _at; set => _at = Math.Clamp(value, 0, length); }

    /// <summary>The bytes from a place on, as many as there are up to the number asked for.</summary>
    public byte[] Stretch(long from, int most)
    {
        Position = from;
        var bytes = new byte[(int)Math.Min(most, length - Position)];
        this.ReadExactly(bytes);
        return bytes;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        file.Position = start + _at;
        var read = file.Read(buffer[..(int)Math.Min(buffer.Length, length - _at)]);
        _at += read;
        return read;
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => Position = offset + (origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => _at, _ => length });

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
