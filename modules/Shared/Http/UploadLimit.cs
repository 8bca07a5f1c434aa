using System.Buffers;
using Microsoft.AspNetCore.Http.Features;

namespace InclusionPlatform.Shared.Http;

/// <summary>Refuses a file that is too large before anything of it is kept.</summary>
public static class UploadLimit
{
    // What a form adds around its file.
    private const long Around = 64 * 1024;

    // A browser hears the refusal only when it has sent what it had begun: so much is read past and thrown away, then the connection is closed.
    private const long MostReadPast = 1024L * 1024 * 1024;

    /// <summary>Lets the endpoint take a form of so many megabytes and answers more with a problem document (413), whatever the server's own limit.</summary>
    public static RouteHandlerBuilder LimitUpload(this RouteHandlerBuilder endpoint, Func<IServiceProvider, int> megabytes)
    {
        endpoint.Finally(builder =>
        {
            var inner = builder.RequestDelegate!;
            builder.RequestDelegate = http => LimitAsync(http, inner, megabytes(http.RequestServices));
        });
        return endpoint;
    }

    private static async Task LimitAsync(HttpContext http, RequestDelegate inner, int megabytes)
    {
        var limit = (megabytes * 1024L * 1024) + Around;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
        {
            server.MaxRequestBodySize = MostReadPast;
        }

        if (http.Request.ContentLength is { } length && length > limit)
        {
            await ReadPastAsync(http.Request.Body, http.RequestAborted);
            throw TooLarge(megabytes);
        }

        // A length that is not told is counted as it comes.
        http.Request.Body = new CountedBody(http.Request.Body, limit, () => TooLarge(megabytes));
        await inner(http);
    }

    private static RequestException TooLarge(int megabytes) => new(StatusCodes.Status413PayloadTooLarge, "spreadsheet.too-large", new Words(
        "Il file è troppo grande: supera i {0} MB. Dividerlo in più file e caricarli uno alla volta. Nulla è stato modificato.",
        "The file is too large: it is over {0} MB. Split it into several files and upload them one by one. Nothing was changed.").With(megabytes));

    private static async Task ReadPastAsync(Stream body, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            while (await body.ReadAsync(buffer, ct) > 0)
            {
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private sealed class CountedBody(Stream inner, long limit, Func<Exception> tooLarge) : Stream
    {
        private long read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => read; set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = await inner.ReadAsync(buffer, cancellationToken);
            read += count;
            return read <= limit ? count : throw tooLarge();
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
