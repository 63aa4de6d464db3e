-- The lines of an order move into its row: what reads them steps aside and comes back behind (20261123_0132).
drop view warehouse.purchase;
drop view warehouse.line;
