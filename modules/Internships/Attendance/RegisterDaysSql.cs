using System.Data;
using Dapper;
using InclusionPlatform.Shared.Privacy;

namespace InclusionPlatform.Internships.Attendance;

/// <summary>The days of a month go in with one statement, however many they are: a month has at most thirty-one.</summary>
internal static class RegisterDaysSql
{
    private const int MostDays = 31;

    public const string Delete = "delete from internships_attendance_day where internship_id = @InternshipId and day >= @First and day <= @Last";

    public const string Insert = """
        insert into internships_attendance_day (internship_id, day, minutes, absence_cipher)
        select @InternshipId, @D1, @M1, @A1 where @Days >= 1
        union all select @InternshipId, @D2, @M2, @A2 where @Days >= 2
        union all select @InternshipId, @D3, @M3, @A3 where @Days >= 3
        union all select @InternshipId, @D4, @M4, @A4 where @Days >= 4
        union all select @InternshipId, @D5, @M5, @A5 where @Days >= 5
        union all select @InternshipId, @D6, @M6, @A6 where @Days >= 6
        union all select @InternshipId, @D7, @M7, @A7 where @Days >= 7
        union all select @InternshipId, @D8, @M8, @A8 where @Days >= 8
        union all select @InternshipId, @D9, @M9, @A9 where @Days >= 9
        union all select @InternshipId, @D10, @M10, @A10 where @Days >= 10
        union all select @InternshipId, @D11, @M11, @A11 where @Days >= 11
        union all select @InternshipId, @D12, @M12, @A12 where @Days >= 12
        union all select @InternshipId, @D13, @M13, @A13 where @Days >= 13
        union all select @InternshipId, @D14, @M14, @A14 where @Days >= 14
        union all select @InternshipId, @D15, @M15, @A15 where @Days >= 15
        union all select @InternshipId, @D16, @M16, @A16 where @Days >= 16
        union all select @InternshipId, @D17, @M17, @A17 where @Days >= 17
        union all select @InternshipId, @D18, @M18, @A18 where @Days >= 18
        union all select @InternshipId, @D19, @M19, @A19 where @Days >= 19
        union all select @InternshipId, @D20, @M20, @A20 where @Days >= 20
        union all select @InternshipId, @D21, @M21, @A21 where @Days >= 21
        union all select @InternshipId, @D22, @M22, @A22 where @Days >= 22
        union all select @InternshipId, @D23, @M23, @A23 where @Days >= 23
        union all select @InternshipId, @D24, @M24, @A24 where @Days >= 24
        union all select @InternshipId, @D25, @M25, @A25 where @Days >= 25
        union all select @InternshipId, @D26, @M26, @A26 where @Days >= 26
        union all select @InternshipId, @D27, @M27, @A27 where @Days >= 27
        union all select @InternshipId, @D28, @M28, @A28 where @Days >= 28
        union all select @InternshipId, @D29, @M29, @A29 where @Days >= 29
        union all select @InternshipId, @D30, @M30, @A30 where @Days >= 30
        union all select @InternshipId, @D31, @M31, @A31 where @Days >= 31
        """;

    /// <summary>The parameters of <see cref="Insert"/>: the places that are not needed repeat the month's first day, which the count leaves out.</summary>
    public static DynamicParameters Parameters(Guid internshipId, RegisterMonth month, IReadOnlyList<WrittenDay> days, IFieldCipher cipher)
    {
        var parameters = new DynamicParameters(new { InternshipId = internshipId, Days = days.Count });
        for (var place = 1; place <= MostDays; place++)
        {
            var day = place <= days.Count ? days[place - 1] : null;
            parameters.Add($"D{place}", day?.Day ?? month.First);
            parameters.Add($"M{place}", day?.Minutes, DbType.Int32);
            parameters.Add($"A{place}", cipher.Protect(day?.Absence?.Code()), DbType.String);
        }

        return parameters;
    }
}
