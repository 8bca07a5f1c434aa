namespace InclusionPlatform.Shared.Mail.Mime;

/// <summary>Splits text at CRLF, CR and LF only: the framework's own enumeration also cuts at form feeds and Unicode separators, which are content.</summary>
internal static class MailLines
{
    public static Enumerator EnumerateLinesOfMail(this ReadOnlySpan<char> text) => new(text);

    public ref struct Enumerator(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> _rest = text;

        public ReadOnlySpan<char> Current { get; private set; }

        public readonly Enumerator GetEnumerator() => this;

        // A line end that closes the text opens no further line.
        public bool MoveNext()
        {
            if (_rest.IsEmpty)
            {
                return false;
            }

            var end = _rest.IndexOfAny('\r', '\n');
            if (end < 0)
            {
                Current = _rest;
                _rest = default;
                return true;
            }

            var next = _rest[end] == '\r' && end + 1 < _rest.Length && _rest[end + 1] == '\n' ? end + 2 : end + 1;
            Current = _rest[..end];
            _rest = _rest[next..];
            return true;
        }
    }
}
