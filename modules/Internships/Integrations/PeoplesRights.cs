using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Shared.Documents;
using InclusionPlatform.Shared.Privacy;
using MediatR;

namespace InclusionPlatform.Internships.Integrations;

/// <summary>Internships of somebody who was made anonymous are still counted; what was written freely, the signed sheets and the protocol that names the person go.</summary>
internal sealed class PersonBecomesAnonymous(IDbSession db, IFieldCipher cipher, IDocumentStore documents) : INotificationHandler<PersonAnonymised>
{
    private const string SelectScans = """
        select m.scan_id
        from   internships_attendance_month m
        join   internships_internship i on i.id = m.internship_id
        where  i.beneficiary_id = @BeneficiaryId and m.scan_id is not null
        union
        select r.scan_id
        from   internships_attendance_reopening r
        join   internships_internship i on i.id = r.internship_id
        where  i.beneficiary_id = @BeneficiaryId and r.scan_id is not null
        """;

    private const string BlankInternships = """
        update internships_internship
        set    duties = '–', objectives = '–', reason_cipher = null, communication_protocol = null, version = version + 1
        where  beneficiary_id = @BeneficiaryId
        """;

    private const string BlankMonths = """
        update internships_attendance_month
        set    scan_id = null
        where  scan_id is not null and internship_id in (select i.id from internships_internship i where i.beneficiary_id = @BeneficiaryId)
        """;

    private const string BlankReopenings = """
        update internships_attendance_reopening
        set    scan_id = null, reason_cipher = @Nothing
        where  internship_id in (select i.id from internships_internship i where i.beneficiary_id = @BeneficiaryId)
        """;

    public async Task Handle(PersonAnonymised notification, CancellationToken cancellationToken)
    {
        foreach (var scan in await db.QueryAsync<Guid>(SelectScans, new { notification.BeneficiaryId }, cancellationToken))
        {
            await documents.ForgetAsync(scan, cancellationToken);
        }

        await db.ExecuteAsync(BlankMonths, new { notification.BeneficiaryId }, cancellationToken);
        await db.ExecuteAsync(BlankReopenings, new { notification.BeneficiaryId, Nothing = cipher.Protect("–") }, cancellationToken);
        await db.ExecuteAsync(BlankInternships, new { notification.BeneficiaryId }, cancellationToken);
    }
}

/// <summary>Internships, with their signed sheets, in the copy of who did them.</summary>
internal sealed class InternshipsAreCopied(IDbSession db, IMediator mediator, IFieldCipher cipher) : INotificationHandler<PersonCopyAsked>
{
    private const string Select = """
        select id as Id, company_id as CompanyId, kind as Kind, state as State, starts_on as StartsOn, ends_on as EndsOn, weekly_hours as WeeklyHours, duties as Duties, objectives as Objectives,
               programme as Programme, allowance_cents as AllowanceCents, ended_on as EndedOn, outcome as Outcome, contract as Contract, hired_on as HiredOn, reason_cipher as Reason
        from   internships_internship
        where  beneficiary_id = @BeneficiaryId
        order by starts_on, id
        """;

    private const string SelectDays = """
        select d.internship_id as InternshipId, d.day as On_, d.minutes as Minutes, d.absence_cipher as Absence
        from   internships_attendance_day d
        join   internships_internship i on i.id = d.internship_id
        where  i.beneficiary_id = @BeneficiaryId
        order by d.day, d.internship_id
        """;

    private const string SelectScans = """
        select m.scan_id
        from   internships_attendance_month m
        join   internships_internship i on i.id = m.internship_id
        where  i.beneficiary_id = @BeneficiaryId and m.scan_id is not null
        order by m.month, m.internship_id
        """;

    public async Task Handle(PersonCopyAsked notification, CancellationToken cancellationToken)
    {
        var args = new { notification.BeneficiaryId };
        var rows = await db.QueryAsync<Row>(Select, args, cancellationToken);
        if (rows.Count == 0)
        {
            return;
        }

        var days = (await db.QueryAsync<Day>(SelectDays, args, cancellationToken)).ToLookup(day => day.InternshipId);
        var companies = (await mediator.Send(new DescribeCompanies([.. rows.Select(row => row.CompanyId).Distinct()]), cancellationToken)).ToDictionary(company => company.Id, company => company.Name);
        notification.Copy.Add("internships", new("Tirocini", "Internships"), rows.Select(row => new
        {
            Company = companies.GetValueOrDefault(row.CompanyId), row.Kind, row.State, row.StartsOn, row.EndsOn, row.WeeklyHours, row.Duties, row.Objectives, row.Programme, row.AllowanceCents,
            row.EndedOn, row.Outcome, row.Contract, row.HiredOn, Reason = cipher.Unprotect(row.Reason),
            Register = days[row.Id].Select(day => new { On = day.On_, day.Minutes, Absence = cipher.Unprotect(day.Absence) }).ToArray(),
        }));
        foreach (var scan in await db.QueryAsync<Guid>(SelectScans, args, cancellationToken))
        {
            notification.Copy.Add(new CopiedFile(scan, "internships"));
        }
    }

    private sealed record Row(
        Guid Id, Guid CompanyId, string Kind, string State, DateOnly StartsOn, DateOnly EndsOn, int WeeklyHours, string Duties, string Objectives, string? Programme, long AllowanceCents,
        DateOnly? EndedOn, string? Outcome, string? Contract, DateOnly? HiredOn, string? Reason);

    private sealed record Day(Guid InternshipId, DateOnly On_, int? Minutes, string? Absence);
}
