using System.Buffers;
using System.Buffers.Binary;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InclusionPlatform.Shared.Data;

namespace InclusionPlatform.Shared;

/// <summary>
/// A digest of rows as they are kept: equal digests mean equal rows in the same order, value by value. Whoever must know whether anything of many rows has changed asks this instead of
/// keeping or understanding them; nothing is decrypted, and nothing can be read back from it.
/// </summary>
public sealed class RowDigest : IDisposable
{
    private const int Flush = 32 * 1024, LongestSign = 3;

    // What a value is comes before it, and how long it is: no two different rows are written alike.
    private const byte Nothing = 0, Number = 1, Fraction = 2, Letters = 3, Bytes = 4, Row = 5, Statement = 6;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> waiting = new(Flush + 4096);

    /// <summary>Adds what is no row, such as which build reckons with them.</summary>
    public void Add(string text) => AddValue(text);

    /// <summary>The rows of another text begin: those of two are not mixed up with those of one.</summary>
    internal void BeginStatement() => Mark(Statement);

    /// <summary>Adds the row at which a reader stands.</summary>
    internal void AddRow(DbDataReader row)
    {
        Mark(Row);
        var asKept = row as KnownColumns;
        var columns = row.FieldCount;
        for (var column = 0; column < columns; column++)
        {
            if (asKept?.TryAdd(column, this) is not true)
            {
                AddValue(row.GetValue(column));
            }
        }
    }

    /// <summary>Adds a text, of which the bytes in UTF-8 are given.</summary>
    internal void AddText(ReadOnlySpan<byte> text)
    {
        AddLength(Letters, text.Length);
        waiting.Write(text);
        HandIfMuch();
    }

    /// <summary>Adds a whole number.</summary>
    internal void AddNumber(long number) => AddNumber(Number, number);

    /// <summary>Adds that there is no value.</summary>
    internal void AddNothing() => Mark(Nothing);

    /// <summary>The digest, in hexadecimal digits; it begins anew afterwards.</summary>
    public string End()
    {
        Hand();
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    /// <inheritdoc/>
    public void Dispose() => hash.Dispose();

    private void AddValue(object value)
    {
        switch (value)
        {
            case string text:
                AddText(text);
                break;
            case long or int or short or byte or bool:
                AddNumber(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double fraction:
                AddNumber(Fraction, BitConverter.DoubleToInt64Bits(fraction));
                break;
            case byte[] bytes:
                AddLength(Bytes, bytes.Length);
                waiting.Write(bytes);
                break;
            case DBNull:
                Mark(Nothing);
                break;
            case DateTime or DateTimeOffset:
                // To the last fraction, which the usual form leaves out.
                AddText(((IFormattable)value).ToString("O", CultureInfo.InvariantCulture));
                break;
            default:
                // What SQL Server has types for: keys, hours, amounts.
                AddText(Convert.ToString(value, CultureInfo.InvariantCulture)!);
                break;
        }

        HandIfMuch();
    }

    private void AddText(string text)
    {
        AddLength(Letters, Encoding.UTF8.GetByteCount(text));
        var room = waiting.GetSpan(text.Length * LongestSign);
        waiting.Advance(Encoding.UTF8.GetBytes(text, room));
    }

    private void AddLength(byte mark, int length)
    {
        var room = waiting.GetSpan(1 + sizeof(int));
        room[0] = mark;
        BinaryPrimitives.WriteInt32LittleEndian(room[1..], length);
        waiting.Advance(1 + sizeof(int));
    }

    private void AddNumber(byte mark, long number)
    {
        var room = waiting.GetSpan(1 + sizeof(long));
        room[0] = mark;
        BinaryPrimitives.WriteInt64LittleEndian(room[1..], number);
        waiting.Advance(1 + sizeof(long));
    }

    private void Mark(byte mark)
    {
        waiting.GetSpan(1)[0] = mark;
        waiting.Advance(1);
    }

    private void HandIfMuch()
    {
        if (waiting.WrittenCount >= Flush)
        {
            Hand();
        }
    }

    private void Hand()
    {
        hash.AppendData(waiting.WrittenSpan);
        waiting.ResetWrittenCount();
    }
}
