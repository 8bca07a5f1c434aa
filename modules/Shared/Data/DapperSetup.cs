using System.Data;
using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace InclusionPlatform.Shared.Data;

/// <summary>How values travel between records and the two engines. Proven by round-trip tests on each engine.</summary>
public static class DapperSetup
{
    private const string InstantFormat = "yyyy-MM-dd HH:mm:ss.fffzzz";

    /// <summary>Registers the handlers, once for the process.</summary>
    public static void Register()
    {
        SqlMapper.TypeMapProvider = type => new RecordMap(type);
        foreach (var type in new[] { typeof(DateTimeOffset), typeof(DateTimeOffset?), typeof(DateOnly), typeof(DateOnly?), typeof(TimeOnly), typeof(TimeOnly?), typeof(Guid), typeof(Guid?) })
        {
            SqlMapper.RemoveTypeMap(type);
        }

        SqlMapper.AddTypeHandler(new InstantHandler());
        SqlMapper.AddTypeHandler(new DayHandler());
        SqlMapper.AddTypeHandler(new TimeHandler());
        SqlMapper.AddTypeHandler(new GuidHandler());

        // SQLite tells the type of a column by the value of its first row; these read whatever number it said.
        SqlMapper.AddTypeHandler(new NumberHandler<int>(Convert.ToInt32));
        SqlMapper.AddTypeHandler(new NumberHandler<long>(Convert.ToInt64));
        SqlMapper.AddTypeHandler(new NumberHandler<double>(Convert.ToDouble));
        SqlMapper.AddTypeHandler(new NumberHandler<bool>(Convert.ToBoolean));
    }

    /// <summary>An instant as SQLite keeps it: in UTC, to the millisecond, in an order that is the order of time.</summary>
    internal static string Written(DateTimeOffset value) => value.ToUniversalTime().ToString(InstantFormat, CultureInfo.InvariantCulture);

    /// <summary>A day as SQLite keeps it.</summary>
    internal static string Written(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An hour of the day as SQLite keeps it.</summary>
    internal static string Written(TimeOnly value) => value.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Positional records are made by their one constructor, whatever the engine calls the column's type.</summary>
    private sealed class RecordMap(Type type) : SqlMapper.ITypeMap
    {
        private readonly DefaultTypeMap inner = new(type);
        private readonly ConstructorInfo? constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(candidate => candidate.GetParameters() is not [{ ParameterType: var only }] || only != type)
            .OrderByDescending(candidate => candidate.GetParameters().Length)
            .FirstOrDefault() is { } longest && longest.GetParameters().Length > 0 ? longest : null;

        public ConstructorInfo? FindConstructor(string[] names, Type[] types) => inner.FindConstructor(names, types);

        public ConstructorInfo? FindExplicitConstructor() => constructor;

        public SqlMapper.IMemberMap? GetConstructorParameter(ConstructorInfo constructor, string columnName) => inner.GetConstructorParameter(constructor, columnName);

        public SqlMapper.IMemberMap? GetMember(string columnName) => inner.GetMember(columnName);
    }

    private static bool IsDay(ReadOnlySpan<char> text, out DateOnly day)
    {
        day = default;
        if (text[4] != '-' || text[7] != '-' || !Number(text[..4], out var year) || !Number(text[5..7], out var month) || !Number(text[8..], out var of)
            || year == 0 || month is 0 or > 12 || of == 0 || of > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        day = new(year, month, of);
        return true;
    }

    private static bool Number(ReadOnlySpan<char> digits, out int number) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = parameter is SqliteParameter
            ? Written(value)
            : value.ToUniversalTime();

        public override DateTimeOffset Parse(object value) => value as DateTimeOffset? ?? Read((string)value);

        /// <summary>As <see cref="Written(DateTimeOffset)"/> writes it, which costs a tenth of guessing the form; any other form as the framework reads it.</summary>
        private static DateTimeOffset Read(ReadOnlySpan<char> text) =>
            text.Length == 29 && text[10] == ' ' && text[23..].SequenceEqual("+00:00") && IsDay(text[..10], out var day) && Number(text[11..13], out var hour) && Number(text[14..16], out var minute)
            && Number(text[17..19], out var second) && Number(text[20..23], out var millisecond)
                ? new(day, new(hour, minute, second, millisecond), TimeSpan.Zero)
                : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
    }

    private sealed class DayHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override void SetValue(IDbDataParameter parameter, DateOnly value)
        {
            if (parameter is SqliteParameter)
            {
                parameter.Value = Written(value);
                return;
            }

            parameter.DbType = DbType.Date;
            parameter.Value = value;
        }

        public override DateOnly Parse(object value) => value switch
        {
            DateOnly day => day,
            DateTime moment => DateOnly.FromDateTime(moment),
            _ => IsDay(((string)value).AsSpan(0, 10), out var day) ? day : DateOnly.ParseExact(((string)value)[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
    }

    private sealed class TimeHandler : SqlMapper.TypeHandler<TimeOnly>
    {
        public override void SetValue(IDbDataParameter parameter, TimeOnly value) => parameter.Value = parameter is SqliteParameter
            ? Written(value)
            : value;

        public override TimeOnly Parse(object value) => value switch
        {
            TimeOnly time => time,
            TimeSpan span => TimeOnly.FromTimeSpan(span),
            _ => TimeOnly.Parse((string)value, CultureInfo.InvariantCulture),
        };
    }

    private sealed class GuidHandler : SqlMapper.TypeHandler<Guid>
    {
        // Upper case is what the SQLite driver itself writes for a Guid inside a list, which does not pass through here.
        public override void SetValue(IDbDataParameter parameter, Guid value) => parameter.Value = parameter is SqliteParameter ? value.ToString().ToUpperInvariant() : value;

        public override Guid Parse(object value) => value as Guid? ?? Guid.Parse((string)value);
    }

    private sealed class NumberHandler<T>(Func<object, IFormatProvider, T> convert) : SqlMapper.TypeHandler<T> where T : struct
    {
        public override void SetValue(IDbDataParameter parameter, T value) => parameter.Value = value;

        public override T Parse(object value) => value is T exact ? exact : convert(value, CultureInfo.InvariantCulture);
    }
}
