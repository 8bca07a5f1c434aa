using InclusionPlatform.CompanyNetwork.Contracts;
using MediatR;

namespace InclusionPlatform.Internships.Conventions;

/// <summary>Tells coordinators, and whoever follows an internship there, that a convention is about to end: sixty and fifteen days before, each once.</summary>
internal sealed record RemindConventions : ICommand;

internal sealed class RemindConventionsHandler(IDbSession db, INotifications notifications, IColleagues colleagues, IMediator mediator, TimeProvider clock) : IRequestHandler<RemindConventions, Unit>
{
    private const int AtOnce = 500;

    private const string SelectDue = """
        select   c.id as Id, c.company_id as CompanyId, c.valid_to as ValidTo, c.reminded_days as RemindedDays
        from     internships_convention c
        where    c.state = 'signed' and c.valid_to >= @Today and c.valid_to <= @Ahead and (c.reminded_days is null or (c.valid_to <= @Soon and c.reminded_days > @SoonDays))
                 and not exists (select 1 from internships_convention renewal where renewal.renews_id = c.id and renewal.state = 'signed')
        order by c.valid_to, c.id
        """;

    private const string Claim = """
        update internships_convention set reminded_days = @Days where id = @Id and (reminded_days is null or reminded_days > @Days)
        """;

    private const string SelectTutors = """
        select distinct promoter_tutor_id from internships_internship where company_id = @CompanyId and convention_id = @Id and state in ('proposed', 'active')
        """;

    public async Task<Unit> Handle(RemindConventions request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var soon = ConventionReminders.Thresholds.Min();
        var rows = await db.TopAsync<Row>(SelectDue, new { Today = today, Ahead = today.AddDays(ConventionReminders.Ahead), Soon = today.AddDays(soon), SoonDays = soon }, AtOnce, cancellationToken);
        if (rows.Count == 0)
        {
            return Unit.Value;
        }

        var names = (await mediator.Send(new DescribeCompanies([.. rows.Select(row => row.CompanyId).Distinct()]), cancellationToken)).ToDictionary(company => company.Id, company => company.Name);
        var coordinators = (await colleagues.AllAsync(cancellationToken)).Where(one => one.IsActive && one.Roles.Contains(Role.Coordinator)).Select(one => one.Id).ToArray();
        foreach (var row in rows)
        {
            if (ConventionReminders.Reached(row.ValidTo, today) is not { } days || await db.ExecuteAsync(Claim, new { row.Id, Days = days }, cancellationToken) == 0)
            {
                continue;
            }

            var (name, page) = (names.GetValueOrDefault(row.CompanyId), $"/internships/conventions/{row.Id}");
            var tutors = await db.QueryAsync<Guid>(SelectTutors, new { row.CompanyId, row.Id }, cancellationToken);
            await notifications.NotifyAsync(coordinators.Union(tutors), "convention.expiring", name, page, cancellationToken);
        }

        return Unit.Value;
    }

    private sealed record Row(Guid Id, Guid CompanyId, DateOnly ValidTo, int? RemindedDays);
}
