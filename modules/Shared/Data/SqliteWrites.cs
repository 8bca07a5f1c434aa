using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace InclusionPlatform.Shared.Data;

/// <summary>
/// Writes past the provider: one text, for one row or for many, bound by place on the statement that the connection keeps. The provider looks up each parameter by its name for each
/// row, which for a row of forty columns costs more than writing it. Values are written exactly as <see cref="DapperSetup"/> writes them.
/// </summary>
internal static class SqliteWrites
{
    private static readonly ConcurrentDictionary<(Type, string), Bind[]?> Plans = [];

    private delegate int Bind(sqlite3_stmt statement, int place, object row);

    /// <summary>How many rows were changed; null if a value, or the text, is of a kind that only the provider knows.</summary>
    public static int? TryExecute(SqliteStatements connection, string sql, IReadOnlyList<object> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
        {
            return 0;
        }

        var type = rows[0].GetType();
        if ((Plans.TryGetValue((type, sql), out var plan) && plan is null) || rows.Any(row => row.GetType() != type) || connection.ToWrite(sql) is not { } statement)
        {
            return null;
        }

        plan ??= Plans.GetOrAdd((type, sql), _ => Plan(type, statement));
        return plan is null ? null : Run(connection.Handle!, statement, plan, rows, ct);
    }

    private static int Run(sqlite3 handle, sqlite3_stmt statement, Bind[] plan, IReadOnlyList<object> rows, CancellationToken ct)
    {
        var changed = 0;
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            for (var place = 0; place < plan.Length; place++)
            {
                SqliteException.ThrowExceptionForRC(plan[place](statement, place + 1, row), handle);
            }

            raw.sqlite3_step(statement);
            // The outcome of the step is what a reset answers.
            SqliteException.ThrowExceptionForRC(raw.sqlite3_reset(statement), handle);
            changed += raw.sqlite3_changes(handle);
        }

        // What was written last may name somebody: it need not be kept.
        raw.sqlite3_clear_bindings(statement);
        return changed;
    }

    private static Bind[]? Plan(Type type, sqlite3_stmt statement)
    {
        var plan = new Bind[raw.sqlite3_bind_parameter_count(statement)];
        for (var place = 0; place < plan.Length; place++)
        {
            var name = raw.sqlite3_bind_parameter_name(statement, place + 1).utf8_to_string()[1..];
            if (type.GetProperty(name, BindingFlags.Public | BindingFlags.Instance) is not { } property || Binder(property) is not { } bind)
            {
                return null;
            }

            plan[place] = bind;
        }

        return plan;
    }

    private static Bind? Binder(PropertyInfo property)
    {
        var type = property.PropertyType;
        return type == typeof(string) ? Reference<string>(property, Text)
            : type == typeof(byte[]) ? Reference<byte[]>(property, static (statement, place, value) => raw.sqlite3_bind_blob(statement, place, value))
            : Value<Guid>(property, Key) ?? Value<int>(property, static (statement, place, value) => raw.sqlite3_bind_int64(statement, place, value))
            ?? Value<long>(property, raw.sqlite3_bind_int64) ?? Value<bool>(property, static (statement, place, value) => raw.sqlite3_bind_int64(statement, place, value ? 1 : 0))
            ?? Value<double>(property, raw.sqlite3_bind_double) ?? Value<DateTimeOffset>(property, static (statement, place, value) => Text(statement, place, DapperSetup.Written(value)))
            ?? Value<DateOnly>(property, static (statement, place, value) => Text(statement, place, DapperSetup.Written(value)))
            ?? Value<TimeOnly>(property, static (statement, place, value) => Text(statement, place, DapperSetup.Written(value)));
    }

    private static Bind Reference<T>(PropertyInfo property, Func<sqlite3_stmt, int, T, int> bind) where T : class
    {
        var read = Reader<T?>(property);
        return (statement, place, row) => read(row) is { } value ? bind(statement, place, value) : raw.sqlite3_bind_null(statement, place);
    }

    private static Bind? Value<T>(PropertyInfo property, Func<sqlite3_stmt, int, T, int> bind) where T : struct
    {
        if (property.PropertyType == typeof(T))
        {
            var read = Reader<T>(property);
            return (statement, place, row) => bind(statement, place, read(row));
        }

        if (property.PropertyType == typeof(T?))
        {
            var read = Reader<T?>(property);
            return (statement, place, row) => read(row) is { } value ? bind(statement, place, value) : raw.sqlite3_bind_null(statement, place);
        }

        return null;
    }

    private static Func<object, T> Reader<T>(PropertyInfo property)
    {
        var row = System.Linq.Expressions.Expression.Parameter(typeof(object));
        return System.Linq.Expressions.Expression.Lambda<Func<object, T>>(
            System.Linq.Expressions.Expression.Property(System.Linq.Expressions.Expression.Convert(row, property.DeclaringType!), property), row).Compile();
    }

    private static int Text(sqlite3_stmt statement, int place, string value)
    {
        if (value.Length == 0)
        {
            // An empty span has no address, which SQLite would take for null.
            return raw.sqlite3_bind_text(statement, place, "");
        }

        if (value.Length > 256)
        {
            return raw.sqlite3_bind_text(statement, place, Encoding.UTF8.GetBytes(value));
        }

        Span<byte> bytes = stackalloc byte[256 * 3];
        return raw.sqlite3_bind_text(statement, place, bytes[..Encoding.UTF8.GetBytes(value, bytes)]);
    }

    // Upper case, as DapperSetup writes it.
    private static int Key(sqlite3_stmt statement, int place, Guid value)
    {
        Span<byte> bytes = stackalloc byte[36];
        value.TryFormat(bytes, out _);
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] is >= (byte)'a' and <= (byte)'f')
            {
                bytes[at] -= 32;
            }
        }

        return raw.sqlite3_bind_text(statement, place, bytes);
    }
}
