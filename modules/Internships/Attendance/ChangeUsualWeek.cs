using FluentValidation;
using InclusionPlatform.Internships.Attendance.Rules;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Attendance;

/// <summary>Says how the usual week goes, in minutes by weekday, and when the place celebrates its patron saint.</summary>
internal sealed record ChangeUsualWeek : UsualWeekPlan, ICommand
{
    public ChangeUsualWeek(Guid id, int version, UsualWeekPlan week) : base(week) => (Id, Version) = (id, version);

    public Guid Id { get; }

    public int Version { get; }
}

/// <summary>Minutes by weekday and the day of the patron saint.</summary>
internal abstract record UsualWeekPlan
{
    /// <summary>Minutes.</summary>
    public int Monday { get; init; }

    /// <summary>Minutes.</summary>
    public int Tuesday { get; init; }

    /// <summary>Minutes.</summary>
    public int Wednesday { get; init; }

    /// <summary>Minutes.</summary>
    public int Thursday { get; init; }

    /// <summary>Minutes.</summary>
    public int Friday { get; init; }

    /// <summary>Minutes.</summary>
    public int Saturday { get; init; }

    /// <summary>Minutes.</summary>
    public int Sunday { get; init; }

    /// <summary>Month of the day of the town's patron saint, from 1 to 12; null without one.</summary>
    public int? PatronMonth { get; init; }

    /// <summary>Day of that month.</summary>
    public int? PatronDay { get; init; }
}

/// <summary>The usual week as it is sent.</summary>
internal sealed record WrittenWeek : UsualWeekPlan;

internal static class ChangeUsualWeekEndpoint
{
    public static void MapChangeUsualWeek(this IEndpointRouteBuilder internships) => internships
        .MapPut("/{id:guid}/usual-week", Handle)
        .WithName("changeUsualWeek")
        .WithSummary("Say the usual week of an internship and the patron saint of its place")
        .RequireRight(InternshipsModule.Write);

    private static async Task<NoContent> Handle(Guid id, WrittenWeek body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeUsualWeek(id, match.Version, body), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class UsualWeekPlanValidator : AbstractValidator<UsualWeekPlan>
{
    public UsualWeekPlanValidator()
    {
        RuleFor(week => week.Monday).InclusiveBetween(0, DayHasTwentyFourHours.MostMinutes);
        RuleFor(week => week.Tuesday).InclusiveBetween(0, DayHasTwentyFourHours.MostMinutes);
        RuleFor(week => week.Wednesday).InclusiveBetween(0, DayHasTwentyFourHours.MostMinutes);
        RuleFor(week => week.Thursday).InclusiveBetween(0, DayHasTwentyFourHours.MostMinutes);
        RuleFor(week => week.Friday).InclusiveBetween(0, DayHasTwentyFourHours.MostMinutes);
        RuleFor(week => week.Saturday).InclusiveBetween(0, DayHasTwentyFourHours.MostMinutes);
        RuleFor(week => week.Sunday).InclusiveBetween(0, DayHasTwentyFourHours.MostMinutes);
        RuleFor(week => week.PatronDay).Must((week, day) => PatronDayExists.Holds(week.PatronMonth, day))
            .WithErrorCode("attendance.patron-day")
            .WithMessage(_ => new Words("Questo giorno non esiste: indicare giorno e mese del santo patrono, o nessuno dei due.", "There is no such day: give day and month of the patron saint, or neither.").ToString());
    }
}

internal sealed class ChangeUsualWeekValidator : AbstractValidator<ChangeUsualWeek>
{
    public ChangeUsualWeekValidator() => Include(new UsualWeekPlanValidator());
}

internal sealed class ChangeUsualWeekHandler(IDbSession db, VisibleInternships internships, IAuditTrail audit) : IRequestHandler<ChangeUsualWeek, Unit>
{
    private const string Insert = """
        insert into internships_usual_week (internship_id, monday, tuesday, wednesday, thursday, friday, saturday, sunday, patron_month, patron_day, version)
        select @InternshipId, @Monday, @Tuesday, @Wednesday, @Thursday, @Friday, @Saturday, @Sunday, @PatronMonth, @PatronDay, 1
        where  not exists (select 1 from internships_usual_week where internship_id = @InternshipId)
        """;

    private const string Update = """
        update internships_usual_week
        set    monday = @Monday, tuesday = @Tuesday, wednesday = @Wednesday, thursday = @Thursday, friday = @Friday, saturday = @Saturday, sunday = @Sunday,
               patron_month = @PatronMonth, patron_day = @PatronDay, version = version + 1
        where  internship_id = @InternshipId and version = @Version
        """;

    public async Task<Unit> Handle(ChangeUsualWeek request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        var changed = await db.ExecuteAsync(
            request.Version == 0 ? Insert : Update,
            new
            {
                InternshipId = row.Id,
                request.Version,
                request.Monday,
                request.Tuesday,
                request.Wednesday,
                request.Thursday,
                request.Friday,
                request.Saturday,
                request.Sunday,
                request.PatronMonth,
                request.PatronDay,
            },
            cancellationToken);
        if (changed == 0)
        {
            throw new StaleVersionException();
        }

        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
        return Unit.Value;
    }
}
